<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>SelfCheckIn</name>
    <message>
        <source>Individual</source>
        <translation>개인</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>고대비</translation>
    </message>
    <message>
        <source>{item}, on</source>
        <translation>{item}, 켜짐</translation>
    </message>
    <message>
        <source>{item}, off</source>
        <translation>{item}, 꺼짐</translation>
    </message>
    <message>
        <source>More aids</source>
        <translation>도움 더 보기</translation>
    </message>
    <message>
        <source>Low view</source>
        <translation>낮은 화면</translation>
    </message>
    <message>
        <source>Big text</source>
        <translation>글자 크게</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>음성 안내</translation>
    </message>
    <message>
        <source>Staff</source>
        <comment>to call them</comment>
        <translation>직원 호출</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>다시 듣기</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>Softer</source>
        <translation>작게</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>크게</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>느리게</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>빠르게</translation>
    </message>
    <message>
        <source>Behind you</source>
        <translation>뒤쪽</translation>
    </message>
    <message>
        <source>Right</source>
        <comment>where the desk is</comment>
        <translation>오른쪽</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>관리</translation>
    </message>
    <message>
        <source>The line below is 100 mm if the panel size is right.</source>
        <translation>화면 크기가 맞으면 아래 선이 100 mm입니다.</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>모름</translation>
    </message>
    <message>
        <source>Panel, across</source>
        <translation>화면 대각선</translation>
    </message>
    <message>
        <source>Lower edge above the floor</source>
        <translation>바닥에서 화면 아래까지</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>음량</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>줄이기</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Back to check-in</source>
        <translation>접수 화면으로</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>전체 화면 끝내기</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>프로그램 닫기</translation>
    </message>
    <message>
        <source>on</source>
        <translation>켜짐</translation>
    </message>
    <message>
        <source>off</source>
        <translation>꺼짐</translation>
    </message>
    <message>
        <source>Always low view</source>
        <translation>항상 낮은 화면</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>소리</translation>
    </message>
    <message>
        <source>Left</source>
        <comment>where the desk is</comment>
        <translation>왼쪽</translation>
    </message>
    <message>
        <source>The desk is</source>
        <translation>안내데스크</translation>
    </message>
    <message>
        <source>Please come
to the desk</source>
        <translation>안내데스크로
와 주세요</translation>
    </message>
    <message>
        <source>This is not
an entry QR code.</source>
        <translation>읽을 수 있는
참가 QR이 아닙니다.</translation>
    </message>
    <message>
        <source>This QR code is
not on today’s list.</source>
        <translation>이 QR 코드는
오늘 명단에 없습니다.</translation>
    </message>
    <message>
        <source>This QR code is
for another event.</source>
        <translation>다른 행사의
QR 코드입니다.</translation>
    </message>
    <message>
        <source>We need to
check your name.</source>
        <translation>성함을
확인해야 합니다.</translation>
    </message>
    <message>
        <source>There is a newer
QR code for you.</source>
        <translation>새로 보내 드린
QR 코드가 있습니다.</translation>
    </message>
    <message>
        <source>Your registration is
for a later time.</source>
        <translation>아직 입장하실
시간이 아닙니다.</translation>
    </message>
    <message>
        <source>Your registration was
for an earlier time.</source>
        <translation>신청하신 시간이
지났습니다.</translation>
    </message>
    <message>
        <source>Another entrance
is meant for you.</source>
        <translation>다른 입구로
안내해 드리겠습니다.</translation>
    </message>
    <message>
        <source>This session
needs a booking.</source>
        <translation>미리 예약이 필요한
시간입니다.</translation>
    </message>
    <message>
        <source>Check-in has
not opened yet.</source>
        <translation>아직 등록 시간이
아닙니다.</translation>
    </message>
    <message>
        <source>Check-in is
closed.</source>
        <translation>등록을
마쳤습니다.</translation>
    </message>
    <message>
        <source>The session is full.
We will help you wait.</source>
        <translation>정원이 찼습니다.
대기를 도와드리겠습니다.</translation>
    </message>
    <message>
        <source>We need to
check your entries.</source>
        <translation>입장 횟수를
확인해야 합니다.</translation>
    </message>
    <message>
        <source>You came in
a moment ago.</source>
        <translation>조금 전에
입장하셨습니다.</translation>
    </message>
    <message>
        <source>We have a short
question for you.</source>
        <translation>여쭤볼 것이
있습니다.</translation>
    </message>
    <message>
        <source>We will look for
your name together.</source>
        <translation>성함을 함께
찾아 드리겠습니다.</translation>
    </message>
    <message>
        <source>Several people
have a name like yours.</source>
        <translation>비슷한 성함이
여러 분 있습니다.</translation>
    </message>
    <message>
        <source>The desk will
check this name.</source>
        <translation>이 이름은
안내데스크에서 확인합니다.</translation>
    </message>
    <message>
        <source>We cannot look
that up right now.</source>
        <translation>지금은
찾을 수 없습니다.</translation>
    </message>
    <message>
        <source>You can enter
without consent.</source>
        <translation>동의 없이도
입장하실 수 있습니다.</translation>
    </message>
    <message>
        <source>You get your
badge again.</source>
        <translation>이름표를 다시
드리겠습니다.</translation>
    </message>
    <message>
        <source>You get your
badge by hand.</source>
        <translation>이름표를 직접
드리겠습니다.</translation>
    </message>
    <message>
        <source>The record could
not be saved.</source>
        <translation>기록을
저장하지 못했습니다.</translation>
    </message>
    <message>
        <source>We need to
check your registration.</source>
        <translation>신청을
확인해야 합니다.</translation>
    </message>
    <message>
        <source>We need to
confirm who you are.</source>
        <translation>본인 확인이
필요합니다.</translation>
    </message>
    <message>
        <source>Enter the last 4 digits
of your mobile number</source>
        <translation>휴대전화 번호
뒤 4자리를 눌러 주세요</translation>
    </message>
    <message>
        <source>Staff are on the way</source>
        <translation>직원이
가고 있습니다</translation>
    </message>
    <message>
        <source>Staff have been called</source>
        <translation>직원을
불렀습니다</translation>
    </message>
    <message>
        <source>Someone will come from the desk.
Please wait here.</source>
        <translation>안내데스크에서 곧 오겠습니다.
자리에서 기다려 주세요.</translation>
    </message>
    <message>
        <source>You can go on while you wait</source>
        <translation>기다리는 동안 계속하실 수 있습니다</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>현장 등록</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>처음으로</translation>
    </message>
    <message>
        <source>Cancel the call</source>
        <translation>호출 취소</translation>
    </message>
    <message>
        <source>Called {time} · {kiosk}</source>
        <translation>호출 {time} · {kiosk}</translation>
    </message>
    <message>
        <source>Last 4 digits</source>
        <translation>휴대전화 뒤 4자리</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>맞는 분이 없습니다</translation>
    </message>
    <message>
        <source>I do not know it</source>
        <translation>번호를 모릅니다</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>지움</translation>
    </message>
    <message>
        <source>Clear</source>
        <comment>all digits</comment>
        <translation>모두 지움</translation>
    </message>
    <message>
        <source>Initials</source>
        <translation>첫소리</translation>
    </message>
    <message>
        <source>{n} digits entered</source>
        <translation>{n}자리 눌렀습니다</translation>
    </message>
    <message>
        <source>You can try once more</source>
        <translation>한 번 더 누르실 수 있습니다</translation>
    </message>
    <message>
        <source>You can try twice more</source>
        <translation>두 번 더 누르실 수 있습니다</translation>
    </message>
    <message>
        <source>Back to the start in {n} s</source>
        <translation>{n}초 뒤 처음 화면으로 돌아갑니다</translation>
    </message>
    <message>
        <source>Back in {n} s</source>
        <translation>{n}초 뒤 처음으로</translation>
    </message>
    <message>
        <source>Enjoy your time</source>
        <translation>좋은 시간 보내세요</translation>
    </message>
    <message>
        <source>Remember your name badge</source>
        <translation>이름표를 꼭 챙겨 주세요</translation>
    </message>
    <message>
        <source>Finish now</source>
        <translation>바로 끝내기</translation>
    </message>
    <message>
        <source>No badge came out</source>
        <translation>이름표가 없습니다</translation>
    </message>
    <message>
        <source>Type your name in Latin letters</source>
        <translation>영문 이름을 눌러 주세요</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>영문 이름</translation>
    </message>
    <message>
        <source>Family name first, e.g. KIM H</source>
        <translation>성부터 눌러 주세요. 예) KIM H</translation>
    </message>
    <message>
        <source>Type your initials</source>
        <translation>이름의 첫소리를 눌러 주세요</translation>
    </message>
    <message>
        <source>Korean initials</source>
        <comment>of the guest</comment>
        <translation>이름의 첫소리</translation>
    </message>
    <message>
        <source>e.g. 홍길동 → ㅎㄱㄷ</source>
        <translation>예) 홍길동 → ㅎㄱㄷ</translation>
    </message>
    <message>
        <source>Not on the list</source>
        <translation>제 이름이 없습니다</translation>
    </message>
    <message>
        <source>Latin letters</source>
        <translation>영문 이름으로 찾기</translation>
    </message>
    <message>
        <source>Korean initials</source>
        <translation>한글 첫소리로 찾기</translation>
    </message>
    <message>
        <source>{n} letters typed</source>
        <translation>{n}글자 눌렀습니다</translation>
    </message>
    <message>
        <source>{n} people match
Type one more letter</source>
        <translation>{n} 분이 있습니다
하나 더 눌러 주세요</translation>
    </message>
    <message>
        <source>No match
Please try again</source>
        <translation>맞는 분이 없습니다
다시 눌러 주세요</translation>
    </message>
    <message>
        <source>Please wait a moment
and type again</source>
        <translation>잠시 기다린 뒤
다시 눌러 주세요</translation>
    </message>
    <message>
        <source>Do you need more time?</source>
        <translation>계속하시겠습니까?</translation>
    </message>
    <message>
        <source>If you do not press anything for {n} s
what you typed is erased
and the first screen returns.</source>
        <translation>{n}초 동안 누르지 않으시면
입력한 내용을 지우고
처음 화면으로 돌아갑니다.</translation>
    </message>
    <message>
        <source>Erase and start over</source>
        <translation>지우고 처음으로</translation>
    </message>
    <message>
        <source>Keep going</source>
        <translation>계속하기</translation>
    </message>
    <message>
        <source>Please choose one</source>
        <translation>한 분을 골라 주세요</translation>
    </message>
    <message>
        <source>Please choose one of the two</source>
        <translation>두 분 중 한 분을 골라 주세요</translation>
    </message>
    <message>
        <source>Go in · {n} s</source>
        <translation>입장하기 · {n}초</translation>
    </message>
    <message>
        <source>Go in</source>
        <translation>입장하기</translation>
    </message>
    <message>
        <source>Already
checked in</source>
        <translation>이미
확인되었습니다</translation>
    </message>
    <message>
        <source>No need to do it again.
Please go in.</source>
        <translation>다시 하지 않으셔도 됩니다.
바로 입장해 주세요.</translation>
    </message>
    <message>
        <source>Need anything else?</source>
        <translation>다른 도움이 필요하십니까?</translation>
    </message>
    <message>
        <source>I need my badge again</source>
        <translation>이름표를 다시 받고 싶습니다</translation>
    </message>
    <message>
        <source>This is not me</source>
        <translation>제가 아닙니다</translation>
    </message>
    <message>
        <source>{name}</source>
        <comment>a guest&apos;s own name on a verdict</comment>
        <translation>{name} 님</translation>
    </message>
    <message>
        <source>You checked in
at {time}.</source>
        <translation>{time}에
출석이 확인되었습니다.</translation>
    </message>
    <message>
        <source>Find my name</source>
        <translation>이름으로 찾기</translation>
    </message>
    <message>
        <source>Scan again</source>
        <translation>다시 찍어 보기</translation>
    </message>
    <message>
        <source>Show it to the staff</source>
        <translation>직원에게
보여 주세요</translation>
    </message>
    <message>
        <source>Staff will help you right away.</source>
        <translation>직원이 바로 도와드리겠습니다.</translation>
    </message>
    <message>
        <source>It opens at {time}.</source>
        <translation>{time}에 시작합니다.</translation>
    </message>
    <message>
        <source>Starts at {time}</source>
        <translation>{time} 시작</translation>
    </message>
    <message>
        <source>Got it · {n} s</source>
        <translation>확인했습니다 · {n}초</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>확인했습니다</translation>
    </message>
    <message>
        <source>Your attendance is safely recorded.</source>
        <translation>출석 기록은 안전하게 남았습니다.</translation>
    </message>
    <message>
        <source>Your badge is at the desk</source>
        <translation>이름표는
안내데스크에서 드립니다</translation>
    </message>
    <message>
        <source>The printer is not responding.
Staff have been told.</source>
        <translation>인쇄기가 응답하지 않습니다.
직원에게 알렸습니다.</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>확인 번호</translation>
    </message>
    <message>
        <source>Show it at the desk</source>
        <translation>데스크에서 보여 주세요</translation>
    </message>
    <message>
        <source>Goodbye</source>
        <translation>안녕히 가십시오</translation>
    </message>
    <message>
        <source>You had signed up already</source>
        <translation>이미 신청하셨습니다</translation>
    </message>
    <message>
        <source>No badge is needed.
Please go in</source>
        <translation>이름표 없이
입장하시면 됩니다</translation>
    </message>
    <message>
        <source>Take it from the slot below</source>
        <translation>아래 출구에서 받아 주세요</translation>
    </message>
    <message>
        <source>Printing your name badge</source>
        <translation>이름표를 인쇄하고 있습니다</translation>
    </message>
    <message>
        <source>About {n} s left</source>
        <translation>약 {n}초 남았습니다</translation>
    </message>
    <message>
        <source>You are out</source>
        <translation>퇴실이
확인되었습니다</translation>
    </message>
    <message>
        <source>You are in</source>
        <translation>입실이
확인되었습니다</translation>
    </message>
    <message>
        <source>You are
checked in</source>
        <translation>출석이
확인되었습니다</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>환영합니다</translation>
    </message>
    <message>
        <source>Well done today</source>
        <translation>오늘도 수고하셨습니다</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>감사합니다</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>연사</translation>
    </message>
    <message>
        <source>Guest of honour</source>
        <translation>내빈</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>운영</translation>
    </message>
    <message>
        <source>Press</source>
        <translation>언론</translation>
    </message>
    <message>
        <source>Show your QR code</source>
        <translation>QR 코드를 보여 주세요</translation>
    </message>
    <message>
        <source>On a phone or on paper</source>
        <translation>휴대전화도 종이도 괜찮습니다</translation>
    </message>
    <message>
        <source>The camera is being checked</source>
        <translation>카메라를 점검하고 있습니다</translation>
    </message>
    <message>
        <source>You can still find your name</source>
        <translation>이름으로는 찾을 수 있습니다</translation>
    </message>
    <message>
        <source>The screen is lowered.
Everything is within reach below.</source>
        <translation>화면을 낮췄습니다
아래에서 모두 누를 수 있습니다</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>확인하고 있습니다</translation>
    </message>
    <message>
        <source>One code at a time, please</source>
        <translation>한 분씩 보여 주세요</translation>
    </message>
    <message>
        <source>Hold it a little further away</source>
        <translation>조금만 멀리 들어 주세요</translation>
    </message>
    <message>
        <source>Please turn up the screen brightness</source>
        <translation>화면 밝기를 높여 주세요</translation>
    </message>
    <message>
        <source>You can also find your name</source>
        <translation>이름으로도 찾을 수 있습니다</translation>
    </message>
    <message>
        <source>Consent to use your personal data</source>
        <translation>개인정보 수집·이용 동의</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>개인정보 동의</translation>
    </message>
    <message>
        <source>I do not agree</source>
        <translation>동의하지 않음</translation>
    </message>
    <message>
        <source>I agree</source>
        <translation>동의합니다</translation>
    </message>
    <message>
        <source>Full text</source>
        <translation>전문 보기</translation>
    </message>
    <message>
        <source>{text} (optional)</source>
        <translation>{text} (선택)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>이전 화면</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>item of a consent notice</comment>
        <translation>성명</translation>
    </message>
    <message>
        <source>Name in Latin letters</source>
        <translation>영문 이름</translation>
    </message>
    <message>
        <source>Organisation</source>
        <comment>item of a consent notice</comment>
        <translation>소속</translation>
    </message>
    <message>
        <source>Title</source>
        <comment>item of a consent notice</comment>
        <translation>직위</translation>
    </message>
    <message>
        <source>Phone</source>
        <comment>item of a consent notice</comment>
        <translation>연락처</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>이메일</translation>
    </message>
    <message>
        <source>Signature</source>
        <comment>item of a consent notice</comment>
        <translation>서명</translation>
    </message>
    <message>
        <source>Entry time</source>
        <translation>입장 시각</translation>
    </message>
    <message>
        <source>{n} days after the event, then destroyed</source>
        <translation>행사 후 {n}일, 이후 바로 파기</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>수집 목적</translation>
    </message>
    <message>
        <source>What we collect</source>
        <translation>수집 항목</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>보유 기간</translation>
    </message>
    <message>
        <source>You may refuse</source>
        <translation>거부할 권리</translation>
    </message>
    <message>
        <source>Controller: {who} · Personal Information Protection Act, Art. 15</source>
        <translation>개인정보처리자 {who} · 「개인정보 보호법」 제15조</translation>
    </message>
    <message>
        <source>Leaving now counts only {time}</source>
        <translation>지금 나가시면
{time}만 인정됩니다</translation>
    </message>
    <message>
        <source>The session is still going on.</source>
        <translation>아직 수업이 끝나지 않았습니다.</translation>
    </message>
    <message>
        <source>I stay</source>
        <translation>계속 듣겠습니다</translation>
    </message>
    <message>
        <source>I leave now</source>
        <translation>지금 나가겠습니다</translation>
    </message>
    <message>
        <source>Also, if you like</source>
        <translation>더 원하시는 것이 있습니까?</translation>
    </message>
    <message>
        <source>You need not tick anything. You get in just the same.</source>
        <translation>고르지 않으셔도 똑같이 입장하실 수 있습니다.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>This screen is out of service</source>
        <translation>이 화면은 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>It cannot record anything right now.
Staff are told.</source>
        <translation>지금은 출석을 기록하지 못합니다.
직원에게 알렸습니다.</translation>
    </message>
    <message>
        <source>Administration PIN</source>
        <translation>관리자 PIN</translation>
    </message>
    <message>
        <source>Locked for {n} s</source>
        <translation>{n}초 동안 잠깁니다</translation>
    </message>
    <message>
        <source>Wrong PIN · {n} tries left</source>
        <translation>PIN이 맞지 않습니다 · 남은 기회 {n}번</translation>
    </message>
    <message>
        <source>For staff only</source>
        <translation>직원만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>No</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>건너뛰기</translation>
    </message>
    <message>
        <source>Year, month and day, eight digits</source>
        <translation>연월일 여덟 자리</translation>
    </message>
    <message>
        <source>Choose as many as you like</source>
        <translation>여러 개를 고르실 수 있습니다</translation>
    </message>
    <message>
        <source>You may skip this</source>
        <translation>건너뛰셔도 됩니다</translation>
    </message>
    <message>
        <source>Sign with your finger</source>
        <translation>손가락으로
서명해 주세요</translation>
    </message>
    <message>
        <source>Please sign a little larger</source>
        <translation>조금 더 크게
써 주세요</translation>
    </message>
    <message>
        <source>Sign here</source>
        <translation>서명해 주세요</translation>
    </message>
    <message>
        <source>It is kept on the sign-in sheet</source>
        <translation>등록부(참석 증빙)에 함께 남습니다</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>서명 완료</translation>
    </message>
    <message>
        <source>I cannot sign</source>
        <translation>서명이 어렵습니다 · 직원 확인</translation>
    </message>
    <message>
        <source>Your name, please</source>
        <translation>성함을 알려 주세요</translation>
    </message>
    <message>
        <source>Your organisation, please</source>
        <translation>소속을 알려 주세요</translation>
    </message>
    <message>
        <source>Your mobile number, please</source>
        <translation>휴대전화 번호를 알려 주세요</translation>
    </message>
    <message>
        <source>Name</source>
        <comment>step of the registration</comment>
        <translation>성명</translation>
    </message>
    <message>
        <source>Organisation</source>
        <comment>step of the registration</comment>
        <translation>소속</translation>
    </message>
    <message>
        <source>Phone</source>
        <comment>step of the registration</comment>
        <translation>연락처</translation>
    </message>
    <message>
        <source>I have none</source>
        <translation>소속이 없습니다</translation>
    </message>
    <message>
        <source>Please type at least two letters</source>
        <translation>성함을 두 글자 이상 눌러 주세요</translation>
    </message>
    <message>
        <source>Please check the number</source>
        <translation>번호를 다시 확인해 주세요</translation>
    </message>
    <message>
        <source>Please type no resident number</source>
        <translation>주민등록번호는 쓰지 말아 주세요</translation>
    </message>
    <message>
        <source>Not a Korean number? Clear it first.</source>
        <translation>010 번호가 아니면 모두 지워 주세요</translation>
    </message>
    <message>
        <source>No number? Press Next. From abroad? Begin with 00.</source>
        <translation>번호가 없으면 다음을, 해외 번호는 00부터 눌러 주세요</translation>
    </message>
    <message>
        <source>Please check what you typed</source>
        <translation>쓰신 것을 다시 확인해 주세요</translation>
    </message>
    <message>
        <source>Organisations on the list. Pick one.</source>
        <translation>명단에 있는 소속입니다. 골라 주세요.</translation>
    </message>
    <message>
        <source>{course} · day {n}</source>
        <translation>{course} · {n}일차</translation>
    </message>
    <message>
        <source>In</source>
        <comment>time of coming in</comment>
        <translation>입실</translation>
    </message>
    <message>
        <source>Out</source>
        <comment>time of going out</comment>
        <translation>퇴실</translation>
    </message>
    <message>
        <source>Today</source>
        <comment>hours counted today</comment>
        <translation>오늘 인정</translation>
    </message>
    <message>
        <source>Attendance so far: {done} of {whole}</source>
        <translation>누적 출석 {done} / {whole}</translation>
    </message>
    <message>
        <source>Next: {day}, {time}</source>
        <translation>다음은 {day} {time}에 시작합니다</translation>
    </message>
    <message>
        <source>Voice guidance is on</source>
        <translation>음성 안내를 켰습니다</translation>
    </message>
    <message>
        <source>Text guidance only for now</source>
        <translation>지금은 글로 안내합니다</translation>
    </message>
    <message>
        <source>Plug in earphones to listen privately</source>
        <translation>이어폰을 꽂으면 나만 들을 수 있습니다</translation>
    </message>
    <message>
        <source>Arrow keys move, the middle key chooses.</source>
        <translation>위아래로 옮기고 가운데로 고릅니다.</translation>
    </message>
</context>
</TS>
