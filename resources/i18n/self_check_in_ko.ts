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
        <source>Behind you</source>
        <translation>뒤쪽</translation>
    </message>
    <message>
        <source>Right</source>
        <comment>where the desk is</comment>
        <translation>오른쪽</translation>
    </message>
    <message>
        <source>Left</source>
        <comment>where the desk is</comment>
        <translation>왼쪽</translation>
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
        <source>There is no number
on file for you.</source>
        <translation>등록된 번호가
없습니다.</translation>
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
        <source>That number does not match</source>
        <translation>번호가 맞지 않습니다</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>처음으로</translation>
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
        <source>Clear all</source>
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
        <source>Type your name in Latin letters</source>
        <translation>영문 이름을 눌러 주세요</translation>
    </message>
    <message>
        <source>Family name first, e.g. KIM H</source>
        <translation>성부터 눌러 주세요. 예) KIM H</translation>
    </message>
    <message>
        <source>Type the initials of your Korean name</source>
        <translation>이름의 첫소리를 눌러 주세요</translation>
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
        <source>{name}</source>
        <comment>a guest's own name on a verdict</comment>
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
        <source>Your badge is at the desk</source>
        <translation>이름표는
안내데스크에서 드립니다</translation>
    </message>
    <message>
        <source>Goodbye</source>
        <translation>안녕히 가십시오</translation>
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
        <source>Checking</source>
        <translation>확인하고 있습니다</translation>
    </message>
    <message>
        <source>One code at a time, please</source>
        <translation>한 분씩 보여 주세요</translation>
    </message>
</context>
</TS>
