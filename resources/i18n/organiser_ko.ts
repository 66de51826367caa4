<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>BadgeEditor</name>
    <message>
        <source>The test badge was sent to the printer.</source>
        <translation>시험 이름표를 프린터로 보냈습니다.</translation>
    </message>
    <message>
        <source>There is a template {name}. Press Save again to use yours instead.</source>
        <translation>{name} 서식이 이미 있습니다. 이것으로 바꾸려면 저장을 한 번 더 눌러 주세요.</translation>
    </message>
    <message>
        <source>Saved as {name}. A desk uses it with: kiosk run --badge {name}</source>
        <translation>{name}(으)로 저장했습니다. 데스크에서 쓰려면: kiosk run --badge {name}</translation>
    </message>
    <message>
        <source>Put a .png into the folder badges of the data folder first.</source>
        <translation>먼저 데이터 폴더의 badges 폴더에 .png 그림을 넣어 주세요.</translation>
    </message>
    <message>
        <source>This does not fit the badge. It stays as it was.</source>
        <translation>이름표에 맞지 않아 그대로 두었습니다.</translation>
    </message>
</context>
<context>
    <name>BadgeLabels</name>
    <message>
        <source>Role stripe</source>
        <translation>역할 띠</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>로고</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>해</translation>
    </message>
    <message>
        <source>Date and place</source>
        <translation>날짜와 장소</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>성명</translation>
    </message>
    <message>
        <source>English name</source>
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
        <source>Role</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>좌석</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>행사명</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>장소</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>회차</translation>
    </message>
    <message>
        <source>Attendee</source>
        <translation>참가자</translation>
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
        <source>QR {mm} mm · read test passed</source>
        <translation>QR {mm} mm · 읽기 시험 통과</translation>
    </message>
    <message>
        <source>QR {mm} mm cannot be read: make it larger</source>
        <translation>QR {mm} mm는 읽히지 않습니다. 더 크게 해 주세요</translation>
    </message>
    <message>
        <source>Name readable at 3 m</source>
        <translation>3 m 거리에서 이름 읽힘</translation>
    </message>
    <message>
        <source>The name is {mm} mm high; 14 mm are read at 3 m</source>
        <translation>이름 크기가 {mm} mm입니다. 3 m에서 읽으려면 14 mm가 필요합니다</translation>
    </message>
    <message>
        <source>The name takes two lines of {mm} mm: {name}</source>
        <translation>이름이 {mm} mm 두 줄이 됩니다: {name}</translation>
    </message>
    <message>
        <source>{elements} loses its end: {name}</source>
        <translation>{elements}의 끝이 잘립니다: {name}</translation>
    </message>
    <message>
        <source>These lie over one another: {elements}</source>
        <translation>서로 겹칩니다: {elements}</translation>
    </message>
    <message>
        <source>Long and short names both fit</source>
        <translation>긴 이름과 짧은 이름도 넘치지 않습니다</translation>
    </message>
</context>
<context>
    <name>BadgeProperties</name>
    <message>
        <source>Left</source>
        <translation>왼쪽</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>위</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>글자 크기</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>자리</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>높이</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Insert…</source>
        <translation>넣기…</translation>
    </message>
    <message>
        <source>Placeholder</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>On one line at least</source>
        <translation>한 줄일 때 최소</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>가장 작게</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>줄 수</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>굵기</translation>
    </message>
    <message>
        <source>Regular</source>
        <translation>보통</translation>
    </message>
    <message>
        <source>Semibold</source>
        <translation>중간</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>굵게</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>맞춤</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>가운데</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>오른쪽</translation>
    </message>
    <message>
        <source>This text was not taken: choose placeholders from the list below it.</source>
        <translation>이 내용은 쓸 수 없습니다. 아래 목록에서 항목을 골라 주세요.</translation>
    </message>
</context>
<context>
    <name>EditorForm</name>
    <message>
        <source>Badges</source>
        <translation>이름표</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 하기</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>시험 인쇄</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>앞면</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒷면</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>판형</translation>
    </message>
    <message>
        <source>Elements</source>
        <translation>요소</translation>
    </message>
    <message>
        <source>Print check</source>
        <translation>인쇄 점검</translation>
    </message>
    <message>
        <source>The QR holds no personal data,
only a random number for this event.</source>
        <translation>QR에는 개인정보가 없습니다.
행사용 임의 번호만 들어갑니다.</translation>
    </message>
    <message>
        <source>Badge, true to scale</source>
        <translation>이름표, 비율 그대로</translation>
    </message>
    <message>
        <source>Save under the name</source>
        <translation>저장할 이름</translation>
    </message>
    <message>
        <source>Printer for the test</source>
        <translation>시험 인쇄할 프린터</translation>
    </message>
    <message>
        <source>Size on the screen</source>
        <translation>화면 크기</translation>
    </message>
    <message>
        <source>As large as fits</source>
        <translation>화면에 맞춤</translation>
    </message>
    <message>
        <source>{n} on a sheet</source>
        <translation>한 장에 {n}칸</translation>
    </message>
    <message>
        <source>two sides</source>
        <translation>양면</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>접는 이름표</translation>
    </message>
    <message>
        <source>Grid 1 mm · True size</source>
        <translation>격자 1 mm · 실제 크기</translation>
    </message>
    <message>
        <source>Grid 1 mm · {percent} of true size</source>
        <translation>격자 1 mm · 실제 크기의 {percent}</translation>
    </message>
</context>
<context>
    <name>OrganiserWindow</name>
    <message>
        <source>Badges</source>
        <translation>이름표</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>메뉴</translation>
    </message>
</context>
<context>
    <name>TemplateList</name>
    <message>
        <source>cannot be used</source>
        <translation>쓸 수 없음</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>내 서식</translation>
    </message>
    <message>
        <source>yours, in place of ours</source>
        <translation>내 서식, 기본 서식 대신</translation>
    </message>
</context>
</TS>
