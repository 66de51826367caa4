<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>AnswerForm</name>
    <message>
        <source>Questions</source>
        <translation>여쭤볼 것</translation>
    </message>
    <message>
        <source>Please fill this in</source>
        <translation>답을 적어 주세요</translation>
    </message>
    <message>
        <source>Please check the spelling of this answer</source>
        <translation>적은 답을 다시 확인해 주세요</translation>
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
        <source>YYYY-MM-DD</source>
        <translation>YYYY-MM-DD</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>Separate several with commas</source>
        <translation>여럿이면 쉼표로 나눠 주세요</translation>
    </message>
</context>
<context>
    <name>CorrectionDialog</name>
    <message>
        <source>Correct the registration</source>
        <translation>정보 수정</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Changed: {fields}</source>
        <translation>바뀐 항목: {fields}</translation>
    </message>
</context>
<context>
    <name>CountsPanel</name>
    <message>
        <source>{n}</source>
        <comment>number of people</comment>
        <translation>{n}명</translation>
    </message>
    <message>
        <source>Not in</source>
        <translation>미입장</translation>
    </message>
    <message>
        <source>Walk-ins</source>
        <translation>현장 등록</translation>
    </message>
    <message>
        <source>Last 10 min</source>
        <translation>최근 10분</translation>
    </message>
    <message>
        <source>In {n} %</source>
        <translation>입장 {n}%</translation>
    </message>
</context>
<context>
    <name>DeedWords</name>
    <message>
        <source>Somebody else was meant</source>
        <translation>다른 분을 처리했습니다</translation>
    </message>
    <message>
        <source>Pressed by mistake</source>
        <translation>잘못 눌렀습니다</translation>
    </message>
    <message>
        <source>Another session was meant</source>
        <translation>다른 회차로 처리했습니다</translation>
    </message>
    <message>
        <source>The organiser agreed</source>
        <translation>주최 측이 승인했습니다</translation>
    </message>
    <message>
        <source>The list is wrong</source>
        <translation>명단이 잘못되었습니다</translation>
    </message>
    <message>
        <source>A guest of honour</source>
        <translation>내빈·초청 인사입니다</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>잃어버렸습니다</translation>
    </message>
    <message>
        <source>Misprinted</source>
        <translation>인쇄가 잘못되었습니다</translation>
    </message>
    <message>
        <source>Wrong name or organisation</source>
        <translation>이름·소속이 틀렸습니다</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>그 밖의 까닭</translation>
    </message>
    <message>
        <source>Not for this category</source>
        <translation>참가 대상이 아닙니다</translation>
    </message>
    <message>
        <source>Not signed up for this session</source>
        <translation>이 회차를 신청하지 않음</translation>
    </message>
    <message>
        <source>Registration pending</source>
        <translation>확정 전인 신청</translation>
    </message>
    <message>
        <source>Check-in not open yet</source>
        <translation>아직 등록 시간이 아닙니다</translation>
    </message>
    <message>
        <source>Check-in is closed</source>
        <translation>등록이 끝났습니다</translation>
    </message>
    <message>
        <source>The session is full</source>
        <translation>정원이 찼습니다</translation>
    </message>
    <message>
        <source>No entries left</source>
        <translation>입장 횟수를 모두 씀</translation>
    </message>
    <message>
        <source>Came in just now</source>
        <translation>방금 입장함</translation>
    </message>
    <message>
        <source>Came before and left</source>
        <translation>입장했다가 퇴장함</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>성명</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>영문 이름</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>소속</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>직위</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>휴대전화</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>이메일</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>좌석</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>까닭</translation>
    </message>
</context>
<context>
    <name>DeskDialog</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Scans waiting: {n}</source>
        <translation>스캔 {n}건 대기</translation>
    </message>
</context>
<context>
    <name>DevicePanel</name>
    <message>
        <source>Check a scanner</source>
        <translation>스캐너 점검</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>Scanner ready</source>
        <translation>스캐너 준비</translation>
    </message>
    <message>
        <source>No scanner</source>
        <translation>스캐너 없음</translation>
    </message>
    <message>
        <source>Scanner unreadable</source>
        <translation>스캐너 글자 깨짐</translation>
    </message>
    <message>
        <source>Scanner in use</source>
        <translation>스캐너 사용 중</translation>
    </message>
    <message>
        <source>Scanner locked</source>
        <translation>스캐너 권한 없음</translation>
    </message>
    <message>
        <source>No serial ports</source>
        <translation>시리얼 포트 사용 불가</translation>
    </message>
    <message>
        <source>Camera starting</source>
        <translation>카메라 켜는 중</translation>
    </message>
    <message>
        <source>Camera ready</source>
        <translation>카메라 준비</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>카메라 없음</translation>
    </message>
    <message>
        <source>Camera dark</source>
        <translation>카메라 어두움</translation>
    </message>
    <message>
        <source>Camera in use</source>
        <translation>카메라 사용 중</translation>
    </message>
    <message>
        <source>Camera frozen</source>
        <translation>카메라 멈춤</translation>
    </message>
    <message>
        <source>Scanner ready · a scan checks in at once</source>
        <translation>스캐너 준비 · QR을 찍으면 바로 확인됩니다</translation>
    </message>
    <message>
        <source>Camera ready · show it the code</source>
        <translation>카메라 준비 · QR을 보여 주면 바로 확인됩니다</translation>
    </message>
    <message>
        <source>No scanner · check in by name</source>
        <translation>스캐너 없음 · 이름으로 확인해 주세요</translation>
    </message>
    <message>
        <source>Scan at any time, whatever is shown. If a scan does nothing, check the scanner with the test code.</source>
        <translation>어떤 화면에서든 바로 찍으면 됩니다. 찍어도 반응이 없으면 시험 코드로 스캐너를 점검해 주세요.</translation>
    </message>
    <message>
        <source>The serial scanner is not plugged in ({port}). Plug it in: it is found by itself. Names and other scanners work meanwhile.</source>
        <translation>시리얼 스캐너가 연결되어 있지 않습니다({port}). 꽂으면 자동으로 찾습니다. 그동안 이름과 다른 스캐너는 그대로 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>What comes from {port} is no text. Set scanner and desk to the same baud rate, 8 data bits, no parity, 1 stop bit.</source>
        <translation>{port}에서 오는 내용을 읽을 수 없습니다. 스캐너와 데스크의 통신 속도를 같게 맞추고 데이터 8비트, 패리티 없음, 정지 1비트로 설정해 주세요.</translation>
    </message>
    <message>
        <source>Another program holds {port}. Close it (a second kiosk, a terminal, the scanner&apos;s own software): the port is tried again by itself.</source>
        <translation>다른 프로그램이 {port}를 쓰고 있습니다. 그 프로그램(다른 키오스크, 터미널, 스캐너 전용 프로그램)을 닫아 주세요. 자동으로 다시 연결합니다.</translation>
    </message>
    <message>
        <source>This user may not open {port}. Add the user to the group {group}, then log in again.</source>
        <translation>이 사용자는 {port}를 열 수 없습니다. 사용자를 {group} 그룹에 추가하고 다시 로그인해 주세요.</translation>
    </message>
    <message>
        <source>This installation cannot reach serial ports. Install the program again, or set the scanner to work as a keyboard.</source>
        <translation>이 설치본에서는 시리얼 포트를 쓸 수 없습니다. 프로그램을 다시 설치하거나 스캐너를 키보드 방식으로 설정해 주세요.</translation>
    </message>
    <message>
        <source>Hold a code 10 to 25 cm before the camera, one at a time.</source>
        <translation>코드를 카메라에서 10~25cm 거리에 한 장씩 보여 주세요.</translation>
    </message>
    <message>
        <source>The camera has seen nothing for a minute. Open its cover, wipe the lens, or put on a light.</source>
        <translation>1분 동안 아무것도 보이지 않습니다. 덮개를 열고 렌즈를 닦거나 조명을 켜 주세요.</translation>
    </message>
    <message>
        <source>Another program holds the camera. Close it (a video call, a browser): the camera is tried again by itself.</source>
        <translation>다른 프로그램이 카메라를 쓰고 있습니다. 그 프로그램(화상 회의, 웹 브라우저)을 닫아 주세요. 자동으로 다시 연결합니다.</translation>
    </message>
    <message>
        <source>The camera shows the same picture again and again. Pull its plug out and put it back.</source>
        <translation>카메라가 같은 화면에 멈춰 있습니다. 연결선을 뺐다가 다시 꽂아 주세요.</translation>
    </message>
    <message>
        <source>The camera stopped. Check its plug; it is tried again every 5 seconds. Scanners and names work meanwhile.</source>
        <translation>카메라가 멈췄습니다. 연결선을 확인해 주세요. 5초마다 다시 연결합니다. 그동안 스캐너와 이름은 그대로 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>The camera is being looked for.</source>
        <translation>카메라를 찾고 있습니다.</translation>
    </message>
</context>
<context>
    <name>GroupDialog</name>
    <message>
        <source>Check in a group</source>
        <translation>단체 입장</translation>
    </message>
    <message>
        <source>Check in {n}</source>
        <translation>{n}명 출석 확인</translation>
    </message>
    <message>
        <source>Tab to fill in</source>
        <translation>Tab으로 채우기</translation>
    </message>
    <message>
        <source>Guests of this organisation</source>
        <translation>이 소속의 참가자</translation>
    </message>
    <message>
        <source>Space ticks one, Ctrl+A all or none</source>
        <translation>스페이스로 한 분씩, Ctrl+A로 모두 고릅니다</translation>
    </message>
    <message>
        <source>Nobody of this organisation is on the list</source>
        <translation>이 소속의 참가자가 명단에 없습니다</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>기록하지 못함</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>처리 결과</translation>
    </message>
    <message>
        <source>{n} of {all} are in. Esc closes.</source>
        <translation>{all}명 중 {n}명이 입장했습니다. Esc로 닫습니다.</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Keys</source>
        <translation>도움말 · 글쇠</translation>
    </message>
    <message>
        <source>Check in the person shown</source>
        <translation>보이는 분 출석 확인</translation>
    </message>
    <message>
        <source>Choose another match</source>
        <translation>다른 후보 고르기</translation>
    </message>
    <message>
        <source>Clear, ready for the next guest</source>
        <translation>지우고 다음 분 맞기</translation>
    </message>
    <message>
        <source>Let in past a rule, with a reason</source>
        <translation>까닭을 남기고 예외로 입장</translation>
    </message>
    <message>
        <source>Undo: at once within 30 seconds, else with a reason</source>
        <translation>되돌리기 · 30초 안에는 바로, 뒤에는 까닭과 함께</translation>
    </message>
    <message>
        <source>Check in again after an undo</source>
        <translation>되돌린 뒤 다시 확인</translation>
    </message>
    <message>
        <source>Check out the person shown</source>
        <translation>보이는 분 퇴장 처리</translation>
    </message>
    <message>
        <source>Print queue</source>
        <translation>인쇄 대기열</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>이 도움말</translation>
    </message>
    <message>
        <source>Correct; held down: show number and e-mail</source>
        <translation>정보 수정 · 누르고 있으면 연락처 보기</translation>
    </message>
    <message>
        <source>Register a walk-in</source>
        <translation>현장 등록</translation>
    </message>
    <message>
        <source>Back to the search</source>
        <translation>검색창으로</translation>
    </message>
    <message>
        <source>Flag and notes</source>
        <translation>알림과 메모</translation>
    </message>
    <message>
        <source>Print the badge again, with a reason</source>
        <translation>까닭을 남기고 이름표 다시 인쇄</translation>
    </message>
    <message>
        <source>Take a signature</source>
        <translation>서명 받기</translation>
    </message>
    <message>
        <source>Take or end a kiosk request</source>
        <translation>키오스크 요청 받기·마치기</translation>
    </message>
    <message>
        <source>Choose the session</source>
        <translation>회차 선택</translation>
    </message>
    <message>
        <source>Check in a group</source>
        <translation>단체 입장</translation>
    </message>
    <message>
        <source>Dark or light</source>
        <translation>어두운 화면·밝은 화면</translation>
    </message>
    <message>
        <source>Set up a scanner</source>
        <translation>스캐너 설정</translation>
    </message>
    <message>
        <source>A scan works at any time; before an open dialog it waits.</source>
        <translation>스캔은 언제나 됩니다. 창이 열려 있으면 닫힐 때까지 기다립니다.</translation>
    </message>
</context>
<context>
    <name>KeyLegend</name>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>정보 수정</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>현장 등록</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>검색창</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>이름표</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>서명 받기</translation>
    </message>
    <message>
        <source>Kiosk requests</source>
        <translation>키오스크 요청</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>회차</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>단체</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>지우기</translation>
    </message>
</context>
<context>
    <name>LogPanel</name>
    <message>
        <source>Just now</source>
        <translation>방금 처리</translation>
    </message>
    <message>
        <source>in</source>
        <translation>입장</translation>
    </message>
    <message>
        <source>out</source>
        <translation>퇴실</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>되돌림</translation>
    </message>
    <message>
        <source>note</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>아직 없습니다</translation>
    </message>
    <message>
        <source>(erased)</source>
        <translation>(지워짐)</translation>
    </message>
</context>
<context>
    <name>NotesDialog</name>
    <message>
        <source>Flag and notes</source>
        <translation>알림과 메모</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Flag: shown before Enter</source>
        <translation>알림 · 확인 전에 보입니다</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>A new note</source>
        <translation>새 메모</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>선택 입력</translation>
    </message>
</context>
<context>
    <name>People</name>
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
        <source>Attendee</source>
        <translation>참가자</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>입장 제한</translation>
    </message>
    <message>
        <source>Not approved</source>
        <translation>미승인</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>Not in</source>
        <translation>미입장</translation>
    </message>
    <message>
        <source>Left {time}</source>
        <translation>{time} 퇴실</translation>
    </message>
    <message>
        <source>In at {time}</source>
        <translation>{time} 입장</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>session</comment>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>Signed up</source>
        <translation>신청함</translation>
    </message>
    <message>
        <source>Not signed up</source>
        <translation>신청 안 함</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>확인 전</translation>
    </message>
    <message>
        <source>Take back the printed badge</source>
        <translation>인쇄된 이름표 회수</translation>
    </message>
    <message>
        <source>Waiting to print</source>
        <translation>인쇄 대기</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>인쇄 중</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>인쇄함</translation>
    </message>
    <message>
        <source>Printing failed</source>
        <translation>인쇄 실패</translation>
    </message>
    <message>
        <source>Check whether it printed</source>
        <translation>인쇄 확인 필요</translation>
    </message>
    <message>
        <source>No printer</source>
        <translation>프린터 없음</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>인쇄 전</translation>
    </message>
    <message>
        <source>1 match</source>
        <translation>후보 1명</translation>
    </message>
    <message>
        <source>{n} matches</source>
        <translation>후보 {n}명</translation>
    </message>
    <message>
        <source>Number or ↑ ↓, then Enter</source>
        <translation>숫자 또는 ↑ ↓, 그다음 Enter</translation>
    </message>
    <message>
        <source>Not on the list</source>
        <translation>명단에 없습니다</translation>
    </message>
    <message>
        <source>Try another spelling, the initials, the organisation or the phone number.</source>
        <translation>다른 철자, 초성, 소속, 전화번호로 찾아 주세요.</translation>
    </message>
    <message>
        <source>Guests still to come</source>
        <translation>곧 오실 내빈·연사</translation>
    </message>
    <message>
        <source>They leave the list on arrival</source>
        <translation>도착하면 사라집니다</translation>
    </message>
    <message>
        <source>↑ ↓, or type more letters</source>
        <translation>↑ ↓ 또는 더 입력</translation>
    </message>
    <message>
        <source>{n} in all</source>
        <translation>모두 {n}명</translation>
    </message>
    <message>
        <source>All have arrived</source>
        <translation>모두 도착하셨습니다</translation>
    </message>
    <message>
        <source>Speakers and guests of honour are shown here until they come.</source>
        <translation>내빈과 연사는 도착할 때까지 여기에 보입니다.</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>지금 회차</translation>
    </message>
    <message>
        <source>Choose the session</source>
        <translation>회차 선택</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>Admit</source>
        <translation>입장시키기</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>출석 확인</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음 분</translation>
    </message>
    <message>
        <source>Badge again</source>
        <translation>이름표 다시</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>정보 수정</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>예외 입장</translation>
    </message>
    <message>
        <source>Take as walk-in</source>
        <translation>현장 등록으로 받기</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>이름으로 찾기</translation>
    </message>
    <message>
        <source>Name, initials, organisation, last 4 digits</source>
        <translation>이름·초성·소속·전화 뒤 4자리</translation>
    </message>
    <message>
        <source>No badge</source>
        <translation>이름표 없음</translation>
    </message>
    <message>
        <source>Seat {seat}</source>
        <translation>좌석 {seat}</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>휴대전화</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>이메일</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>이름표</translation>
    </message>
    <message>
        <source>None made</source>
        <translation>만들지 않음</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Enter a name</source>
        <translation>성명을 입력하세요</translation>
    </message>
    <message>
        <source>Enter an organisation, or “Individual”</source>
        <translation>소속을 입력하거나 ‘개인’이라고 쓰세요</translation>
    </message>
    <message>
        <source>Enter a number</source>
        <translation>번호를 입력하세요</translation>
    </message>
    <message>
        <source>A number has 10 or 11 digits</source>
        <translation>번호는 10~11자리입니다</translation>
    </message>
    <message>
        <source>No e-mail address</source>
        <translation>이메일 주소가 아닙니다</translation>
    </message>
    <message>
        <source>Enter the whole name</source>
        <translation>이름을 끝까지 입력하세요</translation>
    </message>
    <message>
        <source>No resident numbers here</source>
        <translation>주민등록번호는 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>너무 깁니다</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>필수</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>선택 입력</translation>
    </message>
    <message>
        <source>Tab to fill in</source>
        <translation>Tab으로 채우기</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>역할</translation>
    </message>
</context>
<context>
    <name>PortList</name>
    <message>
        <source>Keyboards only</source>
        <translation>키보드 방식만</translation>
    </message>
    <message>
        <source>Every one on USB</source>
        <translation>USB 전체</translation>
    </message>
    <message>
        <source>Use this port</source>
        <translation>이 포트 사용</translation>
    </message>
    <message>
        <source>No serial port is there. Plug the scanner in; it appears by itself.</source>
        <translation>시리얼 포트가 없습니다. 스캐너를 꽂으면 자동으로 나타납니다.</translation>
    </message>
</context>
<context>
    <name>PrinterStrip</name>
    <message>
        <source>Send to printer {printer}</source>
        <translation>프린터 {printer}로 보내기</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>대기열</translation>
    </message>
    <message>
        <source>Check-in goes on</source>
        <translation>출석은 계속됩니다</translation>
    </message>
    <message>
        <source>1 badge waits</source>
        <translation>이름표 1장 대기</translation>
    </message>
    <message>
        <source>{n} badges wait</source>
        <translation>이름표 {n}장 대기</translation>
    </message>
</context>
<context>
    <name>PrinterWords</name>
    <message>
        <source>No printer</source>
        <translation>프린터 없음</translation>
    </message>
    <message>
        <source>This desk has no badge printer</source>
        <translation>이 데스크에는 이름표 프린터가 없습니다</translation>
    </message>
    <message>
        <source>Add one in the settings: kiosk printers add</source>
        <translation>설정에서 추가해 주세요: kiosk printers add</translation>
    </message>
    <message>
        <source>Printer ready</source>
        <translation>프린터 준비</translation>
    </message>
    <message>
        <source>Badge printer {printer}: ready</source>
        <translation>이름표 프린터 {printer}: 준비되었습니다</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>인쇄 중</translation>
    </message>
    <message>
        <source>Badge printer {printer}: printing</source>
        <translation>이름표 프린터 {printer}: 인쇄하고 있습니다</translation>
    </message>
    <message>
        <source>Printing slowly</source>
        <translation>인쇄 지연</translation>
    </message>
    <message>
        <source>Badge printer {printer}: it takes long</source>
        <translation>이름표 프린터 {printer}: 인쇄가 오래 걸립니다</translation>
    </message>
    <message>
        <source>See whether a badge is stuck</source>
        <translation>이름표가 걸려 있지 않은지 확인해 주세요</translation>
    </message>
    <message>
        <source>{n} badges left</source>
        <translation>이름표 {n}장</translation>
    </message>
    <message>
        <source>Badge printer {printer}: the roll ends soon</source>
        <translation>이름표 프린터 {printer}: 용지가 곧 떨어집니다</translation>
    </message>
    <message>
        <source>Have the next roll at hand</source>
        <translation>다음 용지를 준비해 주세요</translation>
    </message>
    <message>
        <source>Printer on hold</source>
        <translation>프린터 보류</translation>
    </message>
    <message>
        <source>Badge printer {printer}: on hold</source>
        <translation>이름표 프린터 {printer}: 인쇄를 보류했습니다</translation>
    </message>
    <message>
        <source>Let it go on when you are ready</source>
        <translation>준비되면 다시 시작해 주세요</translation>
    </message>
    <message>
        <source>Out of paper</source>
        <translation>용지 없음</translation>
    </message>
    <message>
        <source>Badge printer {printer}: out of paper</source>
        <translation>이름표 프린터 {printer}: 용지가 떨어졌습니다</translation>
    </message>
    <message>
        <source>Put in paper, it goes on by itself</source>
        <translation>용지를 넣으면 저절로 이어집니다</translation>
    </message>
    <message>
        <source>Paper jam</source>
        <translation>종이 걸림</translation>
    </message>
    <message>
        <source>Badge printer {printer}: paper jam</source>
        <translation>이름표 프린터 {printer}: 종이가 걸렸습니다</translation>
    </message>
    <message>
        <source>Open it and pull the paper out</source>
        <translation>덮개를 열고 종이를 빼 주세요</translation>
    </message>
    <message>
        <source>Printer open</source>
        <translation>프린터 덮개 열림</translation>
    </message>
    <message>
        <source>Badge printer {printer}: the cover is open</source>
        <translation>이름표 프린터 {printer}: 덮개가 열려 있습니다</translation>
    </message>
    <message>
        <source>Close the cover</source>
        <translation>덮개를 닫아 주세요</translation>
    </message>
    <message>
        <source>Printer paused</source>
        <translation>프린터 일시 정지</translation>
    </message>
    <message>
        <source>Badge printer {printer}: paused</source>
        <translation>이름표 프린터 {printer}: 일시 정지되어 있습니다</translation>
    </message>
    <message>
        <source>Press its pause button once</source>
        <translation>일시 정지 단추를 한 번 눌러 주세요</translation>
    </message>
    <message>
        <source>Wrong paper</source>
        <translation>용지 크기 다름</translation>
    </message>
    <message>
        <source>Badge printer {printer}: other paper is in it</source>
        <translation>이름표 프린터 {printer}: 다른 용지가 들어 있습니다</translation>
    </message>
    <message>
        <source>Put in the badge&apos;s size</source>
        <translation>이름표 크기의 용지를 넣어 주세요</translation>
    </message>
    <message>
        <source>Printer off</source>
        <translation>프린터 꺼짐</translation>
    </message>
    <message>
        <source>Badge printer {printer}: check power or cable</source>
        <translation>이름표 프린터 {printer}: 전원이나 케이블을 확인하세요</translation>
    </message>
    <message>
        <source>Switch it on, it goes on by itself</source>
        <translation>켜면 저절로 이어집니다</translation>
    </message>
    <message>
        <source>Check the printer</source>
        <translation>프린터 확인</translation>
    </message>
    <message>
        <source>Badge printer {printer}: it reports a fault</source>
        <translation>이름표 프린터 {printer}: 이상을 알리고 있습니다</translation>
    </message>
    <message>
        <source>Look at its display</source>
        <translation>프린터 화면을 확인해 주세요</translation>
    </message>
    <message>
        <source>Paper is in</source>
        <translation>용지를 넣었습니다</translation>
    </message>
    <message>
        <source>It is closed</source>
        <translation>덮개를 닫았습니다</translation>
    </message>
    <message>
        <source>It is clear</source>
        <translation>종이를 뺐습니다</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속 인쇄</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>다시 확인</translation>
    </message>
    <message>
        <source>{n} to check · Ctrl+P</source>
        <translation>이름표 {n}장 확인 · Ctrl+P</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>인쇄하지 못함</translation>
    </message>
    <message>
        <source>Did it come out?</source>
        <translation>인쇄 확인 필요</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>보류</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Look again</source>
        <translation>다시 확인</translation>
    </message>
    <message>
        <source>Hold the printer</source>
        <translation>이 프린터 보류</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속 인쇄</translation>
    </message>
    <message>
        <source>Send all to printer {printer}</source>
        <translation>모두 프린터 {printer}로 보내기</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>보류</translation>
    </message>
    <message>
        <source>Let it print</source>
        <translation>보류 풀기</translation>
    </message>
    <message>
        <source>Send to printer {printer}</source>
        <translation>프린터 {printer}로 보내기</translation>
    </message>
    <message>
        <source>Print none</source>
        <translation>인쇄하지 않기</translation>
    </message>
    <message>
        <source>Stop printing</source>
        <translation>인쇄 중단</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>다시 인쇄</translation>
    </message>
    <message>
        <source>It came out</source>
        <translation>인쇄되었습니다</translation>
    </message>
    <message>
        <source>{n} left</source>
        <translation>{n}장 남음</translation>
    </message>
    <message>
        <source>Printer {printer}</source>
        <translation>프린터 {printer}</translation>
    </message>
    <message>
        <source>{n} · Ctrl+P</source>
        <translation>{n}장 · Ctrl+P</translation>
    </message>
    <message>
        <source>Print queue</source>
        <translation>인쇄 대기열</translation>
    </message>
    <message>
        <source>No printer is set. Add one: kiosk printers add</source>
        <translation>프린터가 없습니다. 추가해 주세요: kiosk printers add</translation>
    </message>
</context>
<context>
    <name>ReadyPanel</name>
    <message>
        <source>Ready for
the next guest</source>
        <translation>다음 분을 맞이할
준비가 되었습니다</translation>
    </message>
    <message>
        <source>No need to click anywhere. Scan or type.</source>
        <translation>아무 곳도 누르지 않아도 됩니다. 바로 찍거나 입력하세요.</translation>
    </message>
    <message>
        <source>Scan a QR</source>
        <translation>QR 스캔</translation>
    </message>
    <message>
        <source>Type a name</source>
        <translation>이름·초성 입력</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Let in all the same</source>
        <translation>예외로 입장</translation>
    </message>
    <message>
        <source>Print the badge again</source>
        <translation>이름표 다시 인쇄</translation>
    </message>
    <message>
        <source>Undo an entry</source>
        <translation>기록 되돌리기</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>예외 입장</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>인쇄</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>까닭</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>필수</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>직접 쓰기</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>선택 입력</translation>
    </message>
    <message>
        <source>Choose a reason first.</source>
        <translation>먼저 까닭을 골라 주세요.</translation>
    </message>
    <message>
        <source>Write it in a few words</source>
        <translation>짧게 적어 주세요</translation>
    </message>
</context>
<context>
    <name>RequestWords</name>
    <message>
        <source>Needs help</source>
        <translation>도움 필요</translation>
    </message>
    <message>
        <source>Badge to hand over</source>
        <translation>이름표 전달 필요</translation>
    </message>
    <message>
        <source>Staff call</source>
        <translation>직원 호출</translation>
    </message>
    <message>
        <source>Not an entry QR</source>
        <translation>참가 QR이 아님</translation>
    </message>
    <message>
        <source>QR not on the list</source>
        <translation>QR이 명단에 없음</translation>
    </message>
    <message>
        <source>QR of another event</source>
        <translation>다른 행사의 QR</translation>
    </message>
    <message>
        <source>Two tickets match</source>
        <translation>두 사람과 맞는 QR</translation>
    </message>
    <message>
        <source>Has a newer QR</source>
        <translation>새 QR로 바뀜</translation>
    </message>
    <message>
        <source>Cancelled before</source>
        <translation>취소된 신청</translation>
    </message>
    <message>
        <source>Entry not allowed</source>
        <translation>입장 제한</translation>
    </message>
    <message>
        <source>Not approved yet</source>
        <translation>승인 전</translation>
    </message>
    <message>
        <source>Not valid yet</source>
        <translation>아직 쓸 수 없음</translation>
    </message>
    <message>
        <source>No longer valid</source>
        <translation>기간이 지남</translation>
    </message>
    <message>
        <source>Other category</source>
        <translation>대상이 아닌 구분</translation>
    </message>
    <message>
        <source>Not signed up</source>
        <translation>신청하지 않은 회차</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>확정 전 신청</translation>
    </message>
    <message>
        <source>Not open yet</source>
        <translation>접수 시작 전</translation>
    </message>
    <message>
        <source>Check-in closed</source>
        <translation>접수 마감</translation>
    </message>
    <message>
        <source>Session full</source>
        <translation>정원이 참</translation>
    </message>
    <message>
        <source>No entries left</source>
        <translation>입장 횟수를 다 씀</translation>
    </message>
    <message>
        <source>Came in just now</source>
        <translation>방금 입장함</translation>
    </message>
    <message>
        <source>Questions to ask</source>
        <translation>여쭤볼 것 있음</translation>
    </message>
    <message>
        <source>Already in</source>
        <translation>이미 확인됨</translation>
    </message>
    <message>
        <source>Checked in</source>
        <translation>출석 확인</translation>
    </message>
    <message>
        <source>Name not found</source>
        <translation>이름을 찾지 못함</translation>
    </message>
    <message>
        <source>Many similar names</source>
        <translation>비슷한 이름이 많음</translation>
    </message>
    <message>
        <source>Number not known</source>
        <translation>번호를 모름</translation>
    </message>
    <message>
        <source>Three wrong numbers</source>
        <translation>번호 세 번 틀림</translation>
    </message>
    <message>
        <source>Name locked there</source>
        <translation>잠긴 이름</translation>
    </message>
    <message>
        <source>Record not saved</source>
        <translation>저장하지 못함</translation>
    </message>
    <message>
        <source>Look-up failed</source>
        <translation>조회하지 못함</translation>
    </message>
    <message>
        <source>Consent refused</source>
        <translation>동의하지 않음</translation>
    </message>
    <message>
        <source>Wants a new badge</source>
        <translation>이름표 다시</translation>
    </message>
    <message>
        <source>Not this person</source>
        <translation>본인 아님</translation>
    </message>
    <message>
        <source>Badge did not come</source>
        <translation>이름표가 나오지 않음</translation>
    </message>
</context>
<context>
    <name>RequestsPanel</name>
    <message>
        <source>{desk} has it</source>
        <translation>{desk}에서 맡음</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>마침</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>{n} · F8</source>
        <translation>{n}건 · F8</translation>
    </message>
    <message>
        <source>Kiosk requests</source>
        <translation>키오스크 요청</translation>
    </message>
</context>
<context>
    <name>Scanner</name>
    <message>
        <source>Nothing was seen</source>
        <translation>아무것도 들어오지 않았습니다</translation>
    </message>
    <message>
        <source>Check the plug and hear whether it beeps. Scan the setting code “USB keyboard (HID)”, or look for it under serial scanners.</source>
        <translation>연결선과 스캐너의 소리를 확인해 주세요. 설정 코드 ‘USB 키보드(HID)’를 찍거나 시리얼 스캐너에서 찾아 주세요.</translation>
    </message>
    <message>
        <source>This was not the test code</source>
        <translation>시험 코드가 아닙니다</translation>
    </message>
    <message>
        <source>Scan the code on the left once more.</source>
        <translation>왼쪽 코드를 한 번 더 찍어 주세요.</translation>
    </message>
    <message>
        <source>Two scans came as one</source>
        <translation>두 번 찍은 것이 하나로 들어왔습니다</translation>
    </message>
    <message>
        <source>Scan the setting codes “suffix CR (Enter)” and “delay for the same code: 1 s” or longer.</source>
        <translation>설정 코드 ‘접미사 CR(Enter)’와 ‘같은 코드 재인식 간격 1초’ 이상을 찍어 주세요.</translation>
    </message>
    <message>
        <source>{fact} characters were lost</source>
        <translation>{fact}글자가 빠졌습니다</translation>
    </message>
    <message>
        <source>Scan the setting code “delay between characters: 5 ms”, or plug the scanner into the machine itself instead of a hub.</source>
        <translation>설정 코드 ‘글자 사이 간격 5ms’를 찍거나, 허브 대신 컴퓨터에 직접 꽂아 주세요.</translation>
    </message>
    <message>
        <source>Another country&apos;s keyboard: {fact}</source>
        <translation>다른 나라 키보드로 설정됨: {fact}</translation>
    </message>
    <message>
        <source>Scan the setting code “keyboard: USA (QWERTY)”, or give the machine the scanner&apos;s keyboard layout.</source>
        <translation>설정 코드 ‘키보드: 미국(QWERTY)’을 찍거나, 컴퓨터의 키보드 배열을 스캐너에 맞춰 주세요.</translation>
    </message>
    <message>
        <source>Control characters came along: {fact}</source>
        <translation>제어 문자가 섞여 있습니다: {fact}개</translation>
    </message>
    <message>
        <source>Scan the setting code “do not send control characters”.</source>
        <translation>설정 코드 ‘제어 문자 보내지 않음’을 찍어 주세요.</translation>
    </message>
    <message>
        <source>Characters before the code: {fact}</source>
        <translation>코드 앞에 붙은 글자: {fact}</translation>
    </message>
    <message>
        <source>Scan the setting code “no prefix”.</source>
        <translation>설정 코드 ‘접두사 없음’을 찍어 주세요.</translation>
    </message>
    <message>
        <source>Characters after the code: {fact}</source>
        <translation>코드 뒤에 붙은 글자: {fact}</translation>
    </message>
    <message>
        <source>Scan the setting code “suffix CR (Enter)”.</source>
        <translation>설정 코드 ‘접미사 CR(Enter)’을 찍어 주세요.</translation>
    </message>
    <message>
        <source>Too slow: {fact} ms between two characters</source>
        <translation>너무 느림: 글자 사이 {fact}ms</translation>
    </message>
    <message>
        <source>Scan the setting code “delay between characters: none”.</source>
        <translation>설정 코드 ‘글자 사이 간격 없음’을 찍어 주세요.</translation>
    </message>
    <message>
        <source>Slow: {fact} ms between two characters</source>
        <translation>느림: 글자 사이 {fact}ms</translation>
    </message>
    <message>
        <source>This desk waits longer for it from now on. Faster is better.</source>
        <translation>이제 이 데스크가 조금 더 기다립니다. 빠를수록 좋습니다.</translation>
    </message>
    <message>
        <source>Marks the kind of code: {fact}</source>
        <translation>코드 종류 표시가 붙음: {fact}</translation>
    </message>
    <message>
        <source>The mark is taken off.</source>
        <translation>표시는 떼고 읽습니다.</translation>
    </message>
    <message>
        <source>Small and capital letters are one</source>
        <translation>대문자와 소문자가 구분되지 않음</translation>
    </message>
    <message>
        <source>Tickets are found in either.</source>
        <translation>어느 쪽이든 참가 코드를 찾습니다.</translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation>Caps Lock이 켜져 있음</translation>
    </message>
    <message>
        <source>Tickets are found all the same. For names, turn it off.</source>
        <translation>참가 코드는 그대로 찾습니다. 이름을 입력할 때는 꺼 주세요.</translation>
    </message>
    <message>
        <source>Korean typing is on</source>
        <translation>한글 입력 상태</translation>
    </message>
    <message>
        <source>Its letters are turned back. It may stay on for names.</source>
        <translation>한글로 들어온 글자를 되돌려 읽습니다. 이름을 입력하려면 그대로 두어도 됩니다.</translation>
    </message>
    <message>
        <source>Ends with Tab</source>
        <translation>Tab으로 끝남</translation>
    </message>
    <message>
        <source>Tab ends a scan here as Enter does.</source>
        <translation>여기서는 Tab도 Enter처럼 스캔을 끝냅니다.</translation>
    </message>
    <message>
        <source>Nothing ends the code</source>
        <translation>코드 끝에 아무것도 없음</translation>
    </message>
    <message>
        <source>Silence ends it, a tenth of a second later. Quicker: the setting code “suffix CR (Enter)”.</source>
        <translation>0.1초 동안 조용하면 끝난 것으로 봅니다. 더 빠르게 하려면 설정 코드 ‘접미사 CR(Enter)’을 찍어 주세요.</translation>
    </message>
    <message>
        <source>Reads as it should</source>
        <translation>잘 읽힙니다</translation>
    </message>
    <message>
        <source>Nothing is to be changed.</source>
        <translation>바꿀 것이 없습니다.</translation>
    </message>
    <message>
        <source>Works as it is</source>
        <translation>그대로 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>The desk sees to the following by itself.</source>
        <translation>아래 내용은 데스크가 알아서 처리합니다.</translation>
    </message>
    <message>
        <source>Change the scanner&apos;s settings</source>
        <translation>스캐너 설정을 바꿔 주세요</translation>
    </message>
    <message>
        <source>The setting codes are in the scanner&apos;s manual.</source>
        <translation>설정 코드는 스캐너 설명서에 있습니다.</translation>
    </message>
</context>
<context>
    <name>ScannerWizard</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Test code</source>
        <translation>시험 코드</translation>
    </message>
    <message>
        <source>Serial scanners</source>
        <translation>시리얼 스캐너</translation>
    </message>
    <message>
        <source>Set up a scanner</source>
        <translation>스캐너 설정</translation>
    </message>
    <message>
        <source>Choose where serial scanners are plugged in</source>
        <translation>시리얼 스캐너가 꽂힌 곳을 골라 주세요</translation>
    </message>
    <message>
        <source>Scan the code on the left</source>
        <translation>왼쪽 코드를 찍어 주세요</translation>
    </message>
    <message>
        <source>It must read</source>
        <translation>이렇게 읽혀야 합니다</translation>
    </message>
    <message>
        <source>It counts for nobody. Use the scanner as at the door, with the keyboard as you type names.</source>
        <translation>출석으로 기록되지 않습니다. 입구에서 쓰는 그대로, 키보드도 이름을 입력하던 상태 그대로 두고 찍어 주세요.</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Name, initials, organisation, last 4 digits</source>
        <translation>이름·초성·소속·전화 뒤 4자리</translation>
    </message>
</context>
<context>
    <name>SessionButton</name>
    <message>
        <source>Session {title}, F9</source>
        <translation>회차 {title}, F9</translation>
    </message>
</context>
<context>
    <name>SigningDialog</name>
    <message>
        <source>Take a signature</source>
        <translation>서명 받기</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>받기</translation>
    </message>
    <message>
        <source>Cannot sign: staff confirm</source>
        <translation>서명이 어려움 · 직원 확인</translation>
    </message>
    <message>
        <source>The guest signs on the other screen.</source>
        <translation>손님이 다른 화면에서 서명합니다.</translation>
    </message>
    <message>
        <source>There is no signature yet, or it is too small.</source>
        <translation>아직 서명이 없거나 너무 작습니다.</translation>
    </message>
</context>
<context>
    <name>SigningSheet</name>
    <message>
        <source>Please sign a little larger</source>
        <translation>조금 더 크게 써 주세요</translation>
    </message>
    <message>
        <source>Please sign here</source>
        <translation>여기에 서명해 주세요</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>마침</translation>
    </message>
</context>
<context>
    <name>UndoButton</name>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Ctrl+Z · {n} s</source>
        <translation>Ctrl+Z · {n}초</translation>
    </message>
</context>
<context>
    <name>UndoDialog</name>
    <message>
        <source>Undo an entry</source>
        <translation>기록 되돌리기</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>고르기</translation>
    </message>
    <message>
        <source>Latest entries</source>
        <translation>최근 기록</translation>
    </message>
    <message>
        <source>Number or ↑ ↓, then Enter</source>
        <translation>숫자 또는 ↑ ↓, 그다음 Enter</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>되돌릴 기록이 없습니다</translation>
    </message>
    <message>
        <source>Every entry of this person has been undone.</source>
        <translation>이분의 기록은 모두 되돌렸습니다.</translation>
    </message>
    <message>
        <source>in</source>
        <translation>입장</translation>
    </message>
    <message>
        <source>out</source>
        <translation>퇴실</translation>
    </message>
    <message>
        <source>note</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>(erased)</source>
        <translation>(지워짐)</translation>
    </message>
</context>
<context>
    <name>VerdictWords</name>
    <message>
        <source>This code cannot be read</source>
        <translation>읽을 수 없는 코드입니다</translation>
    </message>
    <message>
        <source>Wipe the screen and scan again, or search by name.</source>
        <translation>화면을 닦고 다시 찍거나 이름으로 찾아 주세요.</translation>
    </message>
    <message>
        <source>QR code not on the list</source>
        <translation>명단에 없는 QR입니다</translation>
    </message>
    <message>
        <source>Search by name on the left.</source>
        <translation>왼쪽에서 이름으로 찾아 주세요.</translation>
    </message>
    <message>
        <source>QR code of another event</source>
        <translation>다른 행사의 QR입니다</translation>
    </message>
    <message>
        <source>Ask for this event’s code, or search by name.</source>
        <translation>이 행사의 QR을 보여 달라고 하거나 이름으로 찾아 주세요.</translation>
    </message>
    <message>
        <source>Two tickets match this code</source>
        <translation>비슷한 참가 QR이 둘입니다</translation>
    </message>
    <message>
        <source>Search by name and choose the right person.</source>
        <translation>이름으로 찾아 맞는 분을 골라 주세요.</translation>
    </message>
    <message>
        <source>Replaced by a newer code</source>
        <translation>새로 바뀐 QR이 있습니다</translation>
    </message>
    <message>
        <source>Ask for the newest code, or search by name.</source>
        <translation>가장 최근에 받은 QR을 찍거나 이름으로 찾아 주세요.</translation>
    </message>
    <message>
        <source>Registration cancelled</source>
        <translation>참가 취소된 신청</translation>
    </message>
    <message>
        <source>If the guest wishes to attend, ask the organiser.</source>
        <translation>참석을 원하시면 담당자에게 물어봐 주세요.</translation>
    </message>
    <message>
        <source>Entry not allowed</source>
        <translation>입장이 제한된 분</translation>
    </message>
    <message>
        <source>The organiser has barred entry. Call the organiser.</source>
        <translation>주최 측이 입장을 제한했습니다. 담당자를 불러 주세요.</translation>
    </message>
    <message>
        <source>Not approved yet</source>
        <translation>승인되지 않은 신청</translation>
    </message>
    <message>
        <source>Ask the organiser whether to accept this guest.</source>
        <translation>받아도 되는지 담당자에게 물어봐 주세요.</translation>
    </message>
    <message>
        <source>Not valid yet</source>
        <translation>아직 쓸 수 없는 신청</translation>
    </message>
    <message>
        <source>Valid from {time}. Ask the guest to come back then.</source>
        <translation>{time}부터 쓸 수 있습니다. 그때 다시 오시도록 안내해 주세요.</translation>
    </message>
    <message>
        <source>No longer valid</source>
        <translation>기간이 지난 신청</translation>
    </message>
    <message>
        <source>It was valid until {time}. Ask the organiser.</source>
        <translation>{time}까지 쓸 수 있었습니다. 담당자에게 물어봐 주세요.</translation>
    </message>
    <message>
        <source>Not for this category</source>
        <translation>참가 대상이 아닙니다</translation>
    </message>
    <message>
        <source>This session is for others. Check the session (F9).</source>
        <translation>이 회차는 대상이 다릅니다. 회차(F9)를 확인해 주세요.</translation>
    </message>
    <message>
        <source>Not signed up for this</source>
        <translation>이 회차는 신청 안 함</translation>
    </message>
    <message>
        <source>Check the session (F9), or ask the organiser.</source>
        <translation>회차(F9)를 확인하거나 담당자에게 물어봐 주세요.</translation>
    </message>
    <message>
        <source>Registration pending</source>
        <translation>확정 전인 신청</translation>
    </message>
    <message>
        <source>Only confirmed guests may enter. Ask the organiser.</source>
        <translation>확정된 분만 입장할 수 있습니다. 담당자에게 물어봐 주세요.</translation>
    </message>
    <message>
        <source>Check-in not open yet</source>
        <translation>아직 등록 시간이 아닙니다</translation>
    </message>
    <message>
        <source>It opens at {time}. Scan again then.</source>
        <translation>{time}에 시작합니다. 그때 다시 찍어 주세요.</translation>
    </message>
    <message>
        <source>Check-in is closed</source>
        <translation>등록이 끝났습니다</translation>
    </message>
    <message>
        <source>It closed at {time}. Check the session (F9).</source>
        <translation>{time}에 끝났습니다. 회차(F9)를 확인해 주세요.</translation>
    </message>
    <message>
        <source>The session is full</source>
        <translation>정원이 찼습니다</translation>
    </message>
    <message>
        <source>Help the guest wait, or ask the organiser.</source>
        <translation>대기를 도와드리거나 담당자에게 물어봐 주세요.</translation>
    </message>
    <message>
        <source>No entries left</source>
        <translation>입장 횟수를 다 썼습니다</translation>
    </message>
    <message>
        <source>All entries allowed are used. Ask the organiser.</source>
        <translation>허용된 횟수만큼 입장했습니다. 담당자에게 물어봐 주세요.</translation>
    </message>
    <message>
        <source>Came in just now</source>
        <translation>방금 입장한 분</translation>
    </message>
    <message>
        <source>Wait some minutes, then scan again.</source>
        <translation>몇 분 뒤에 다시 찍어 주세요.</translation>
    </message>
    <message>
        <source>Questions to ask first</source>
        <translation>먼저 여쭤봐 주세요</translation>
    </message>
    <message>
        <source>Fill in the answers, then press Enter.</source>
        <translation>답을 적고 Enter를 누르세요</translation>
    </message>
    <message>
        <source>Already checked in</source>
        <translation>이미 확인됨</translation>
    </message>
    <message>
        <source>In at {time}. Let the guest pass.</source>
        <translation>{time}에 입장 · 그대로 들어가시면 됩니다</translation>
    </message>
    <message>
        <source>Checked in</source>
        <translation>출석 확인</translation>
    </message>
    <message>
        <source>The record could not be saved</source>
        <translation>기록을 저장하지 못했습니다</translation>
    </message>
    <message>
        <source>Not checked in. Try again; if it stays, write the name down.</source>
        <translation>출석이 기록되지 않았습니다. 다시 시도하고, 계속되면 성명을 적어 두세요.</translation>
    </message>
    <message>
        <source>The search failed</source>
        <translation>찾지 못했습니다</translation>
    </message>
    <message>
        <source>Type again; if it stays, tell the administrator.</source>
        <translation>다시 입력하고, 계속되면 관리자에게 알려 주세요.</translation>
    </message>
    <message>
        <source>Could not be undone</source>
        <translation>되돌리지 못했습니다</translation>
    </message>
    <message>
        <source>The check-in still stands. Tell the administrator.</source>
        <translation>출석은 그대로입니다. 관리자에게 알려 주세요.</translation>
    </message>
    <message>
        <source>No badge was queued</source>
        <translation>이름표를 맡기지 못했습니다</translation>
    </message>
    <message>
        <source>Attendance is safe. Press F6 again.</source>
        <translation>출석은 저장되어 있습니다. F6을 다시 누르세요.</translation>
    </message>
    <message>
        <source>No space left on this device. Please tell the administrator.</source>
        <translation>이 기기에 저장할 자리가 없습니다. 관리자에게 알려 주세요.</translation>
    </message>
    <message>
        <source>Somebody else has undone it already. There is nothing left to do.</source>
        <translation>다른 사람이 이미 되돌렸습니다. 더 하실 일이 없습니다.</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>확인하고 있습니다</translation>
    </message>
    <message>
        <source>{name} is not checked in · kept in the log</source>
        <translation>{name} 님 출석을 취소 · 기록에는 남습니다</translation>
    </message>
    <message>
        <source>{name} is not checked out · kept in the log</source>
        <translation>{name} 님 퇴실을 취소 · 기록에는 남습니다</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>되돌렸습니다</translation>
    </message>
    <message>
        <source>Inside now</source>
        <translation>입장 중입니다</translation>
    </message>
    <message>
        <source>If this person is leaving, press Enter</source>
        <translation>나가시는 분이면 Enter를 누르세요</translation>
    </message>
    <message>
        <source>Not checked in yet</source>
        <translation>확인 전입니다</translation>
    </message>
    <message>
        <source>If this is the person, press Enter</source>
        <translation>맞는 분이면 Enter를 누르세요</translation>
    </message>
    <message>
        <source>To admit this guest, press Enter.</source>
        <translation>입장시키려면 Enter를 누르세요</translation>
    </message>
    <message>
        <source>Checked out</source>
        <translation>퇴실 확인</translation>
    </message>
</context>
<context>
    <name>WalkInDialog</name>
    <message>
        <source>Walk-in</source>
        <translation>현장 등록</translation>
    </message>
    <message>
        <source>Count without a name</source>
        <translation>이름 없이 인원만 세기</translation>
    </message>
    <message>
        <source>Register and print badge</source>
        <translation>등록하고 이름표 인쇄</translation>
    </message>
    <message>
        <source>I explained purpose, items, period and the right to refuse, and the guest agreed.</source>
        <translation>목적·항목·보유 기간·거부할 권리를 안내했고, 본인이 동의했습니다.</translation>
    </message>
    <message>
        <source>Without consent only the headcount is recorded, no badge.</source>
        <translation>동의하지 않으면 이름표 없이 인원수만 기록합니다.</translation>
    </message>
    <message>
        <source>On screen</source>
        <translation>화면으로</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>종이로</translation>
    </message>
    <message>
        <source>Get signature</source>
        <translation>서명 받기</translation>
    </message>
    <message>
        <source>Open that person</source>
        <translation>그분 열기</translation>
    </message>
    <message>
        <source>No registration with this name and number</source>
        <translation>같은 이름·번호의 신청이 없습니다</translation>
    </message>
    <message>
        <source>Same name and number on the list · Enter to open that person</source>
        <translation>같은 이름·번호가 명단에 있습니다 · Enter로 그분을 확인</translation>
    </message>
    <message>
        <source>Somebody of this name is registered for {organisation}</source>
        <translation>같은 이름이 {organisation} 소속으로 신청되어 있습니다</translation>
    </message>
</context>
</TS>
