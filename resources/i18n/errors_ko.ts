<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en_GB">
<context>
    <name>Errors</name>
    <message>
        <source>Something went wrong that the program did not expect ({kind}). Nothing was half-written; try again, and send the log to support if it comes back.</source>
        <translation>예상하지 못한 문제가 생겼습니다({kind}). 반쯤 기록된 것은 없습니다. 다시 시도하고, 계속되면 기록 파일을 담당자에게 보내 주세요.</translation>
    </message>
    <message>
        <source>No display was found, so no window can open. Start it on a desktop; `kiosk demo` takes --no-gui, too.</source>
        <translation>화면을 찾지 못해 창을 열 수 없습니다. 데스크톱에서 시작해 주세요. `kiosk demo`에는 --no-gui를 붙일 수도 있습니다.</translation>
    </message>
    <message>
        <source>Libraries that the windows need are missing. Install them with: {remedy}</source>
        <translation>창을 여는 데 필요한 라이브러리가 없습니다. 다음 명령으로 설치해 주세요: {remedy}</translation>
    </message>
    <message>
        <source>There is no event data at {path}. Apply an event file first, or choose another --data.</source>
        <translation>{path}에 행사 자료가 없습니다. 먼저 행사 파일을 적용하거나 다른 --data를 고르세요.</translation>
    </message>
    <message>
        <source>The data at {path} cannot be written. Check the folder&apos;s permissions and the disk.</source>
        <translation>{path}에 쓸 수 없습니다. 폴더 권한과 디스크를 확인해 주세요.</translation>
    </message>
    <message>
        <source>No space is left on this device for {path}. Free some, then try again.</source>
        <translation>이 기기에 저장할 자리가 없습니다({path}). 공간을 비우고 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>Another program is holding the data at {path}. Close it (a backup or a virus scan may hold it), then try again.</source>
        <translation>다른 프로그램이 {path}을(를) 쓰고 있습니다. 백업이나 백신 검사를 마친 뒤 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>The data at {path} is damaged or no store of this program. Keep the file, and restore the newest backup.</source>
        <translation>{path}의 자료가 손상되었거나 이 프로그램의 자료가 아닙니다. 파일을 그대로 두고 최근 백업을 되살려 주세요.</translation>
    </message>
    <message>
        <source>The data at {path} was written by a newer version. Update the program; the file is untouched.</source>
        <translation>{path}은(는) 더 새로운 판이 기록했습니다. 프로그램을 새 판으로 바꿔 주세요. 파일은 그대로입니다.</translation>
    </message>
    <message>
        <source>The disk at {path} does not keep records safely ({pragma} is {value}). Choose a folder on this machine&apos;s own disk.</source>
        <translation>{path}의 디스크는 기록을 안전하게 지키지 못합니다({pragma} 값이 {value}). 이 기기의 디스크에 있는 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>There is no event here yet. Apply an event file: kiosk event apply FILE.toml</source>
        <translation>아직 행사가 없습니다. 행사 파일을 적용해 주세요: kiosk event apply FILE.toml</translation>
    </message>
    <message>
        <source>There is no event {event} here. Known are: {events}.</source>
        <translation>{event} 행사가 없습니다. 있는 행사: {events}.</translation>
    </message>
    <message>
        <source>Several events are here: {events}. Choose one with --event.</source>
        <translation>행사가 여럿입니다: {events}. --event로 고르세요.</translation>
    </message>
    <message>
        <source>{file}, line {line}: this is no valid TOML ({detail}). Correct it and try again.</source>
        <translation>{file} {line}행: 올바른 TOML이 아닙니다({detail}). 고친 뒤 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>Event file, line {line}: {key} {problem}. Nothing was changed.</source>
        <translation>행사 파일 {line}행, {key}: {problem}. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>The file leaves out the session {session}, which people have entered. Put it back; its attendance would be lost.</source>
        <translation>이미 입장 기록이 있는 회차 {session}이(가) 파일에 없습니다. 다시 넣어 주세요. 없으면 출석이 사라집니다.</translation>
    </message>
    <message>
        <source>The event has no session {session}. Known are: {sessions}.</source>
        <translation>{session} 회차가 없습니다. 있는 회차: {sessions}.</translation>
    </message>
    <message>
        <source>This scan line cannot be used: {key} {problem}. The next line is read.</source>
        <translation>이 줄은 쓸 수 없습니다: {key} {problem}. 다음 줄을 읽습니다.</translation>
    </message>
    <message>
        <source>Nobody on this event&apos;s roster has the number {registration}. Find it by name.</source>
        <translation>{registration} 번호의 등록이 이 행사에 없습니다. 이름으로 찾아 주세요.</translation>
    </message>
    <message>
        <source>This event&apos;s journal has no entry {entry}. Export the journal to look it up.</source>
        <translation>{entry} 기록이 이 행사에 없습니다. 기록을 내보내 찾아 주세요.</translation>
    </message>
    <message>
        <source>Entry {entry} undoes another one and cannot be undone. Scan the person again.</source>
        <translation>{entry} 기록은 취소 기록이라 되돌릴 수 없습니다. 그분을 다시 확인해 주세요.</translation>
    </message>
    <message>
        <source>Entry {entry} was undone before. Nothing is to do.</source>
        <translation>{entry} 기록은 이미 취소되었습니다. 더 하실 일이 없습니다.</translation>
    </message>
    <message>
        <source>There is no benchmark {names}. Choose from: {known}.</source>
        <translation>{names} 측정이 없습니다. 다음에서 고르세요: {known}.</translation>
    </message>
    <message>
        <source>The benchmark {name} starts Python programs, which the bundle cannot. Run it from an installation with pip.</source>
        <translation>{name} 측정은 파이썬 프로그램을 시작하므로 묶음판에서는 할 수 없습니다. pip로 설치한 곳에서 실행해 주세요.</translation>
    </message>
    <message>
        <source>There is no export {kind}. Choose one of: {kinds}.</source>
        <translation>{kind} 내보내기가 없습니다. 다음에서 고르세요: {kinds}.</translation>
    </message>
    <message>
        <source>This export has no format {format}. Choose one of: {formats}.</source>
        <translation>{format} 형식은 없습니다. 다음에서 고르세요: {formats}.</translation>
    </message>
    <message>
        <source>{file} could not be written ({detail}). What was there before is unchanged.</source>
        <translation>{file}을(를) 쓰지 못했습니다({detail}). 전에 있던 파일은 그대로입니다.</translation>
    </message>
    <message>
        <source>There is no file {file}. Check its name and place.</source>
        <translation>{file} 파일이 없습니다. 이름과 위치를 확인해 주세요.</translation>
    </message>
    <message>
        <source>{file} cannot be read ({detail}). Close it elsewhere or check its permissions.</source>
        <translation>{file}을(를) 읽을 수 없습니다({detail}). 다른 프로그램에서 닫거나 권한을 확인해 주세요.</translation>
    </message>
    <message>
        <source>The file holds nothing. Choose another one.</source>
        <translation>파일에 내용이 없습니다. 다른 파일을 고르세요.</translation>
    </message>
    <message>
        <source>The file is too large (50 MiB and 200,000 rows at most). Split it.</source>
        <translation>파일이 너무 큽니다(최대 50 MiB, 200,000행). 나누어 주세요.</translation>
    </message>
    <message>
        <source>{kind} files are not read. Save it as .xlsx or .csv and try again.</source>
        <translation>{kind} 파일은 읽지 않습니다. .xlsx나 .csv로 저장해 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>The file has a password. Remove it and save again.</source>
        <translation>암호가 걸린 파일입니다. 암호를 풀고 다시 저장해 주세요.</translation>
    </message>
    <message>
        <source>This file is no roster ({kind}). Choose a CSV or XLSX file.</source>
        <translation>명단 파일이 아닙니다({kind}). CSV나 XLSX 파일을 고르세요.</translation>
    </message>
    <message>
        <source>The file has {columns} columns; {limit} are read at most. Delete those not needed.</source>
        <translation>열이 {columns}개입니다. {limit}개까지 읽습니다. 필요 없는 열을 지워 주세요.</translation>
    </message>
    <message>
        <source>Nobody stands below the headings. Add people and import again.</source>
        <translation>제목 줄 아래에 사람이 없습니다. 명단을 채우고 다시 가져와 주세요.</translation>
    </message>
    <message>
        <source>No column of names was found. Give it the heading 성명 or Name, or name it with --map.</source>
        <translation>이름 열을 찾지 못했습니다. 제목을 성명 또는 Name으로 하거나 --map으로 알려 주세요.</translation>
    </message>
    <message>
        <source>The heading {heading} stands over two columns (line {line}). Rename one of them.</source>
        <translation>{heading} 제목이 두 열에 있습니다({line}행). 하나를 바꿔 주세요.</translation>
    </message>
    <message>
        <source>There is no field {field}. Use one of: {fields}.</source>
        <translation>{field} 항목은 없습니다. 다음에서 고르세요: {fields}.</translation>
    </message>
    <message>
        <source>The file has no heading {heading}. Check its spelling.</source>
        <translation>파일에 {heading} 제목이 없습니다. 철자를 확인해 주세요.</translation>
    </message>
    <message>
        <source>The column {heading} holds resident registration numbers, which must not be collected. Delete it from the file.</source>
        <translation>{heading} 열은 주민등록번호라 모을 수 없습니다. 파일에서 지워 주세요.</translation>
    </message>
    <message>
        <source>The workbook is built in an unsafe way and was not opened. Save it anew in Excel.</source>
        <translation>안전하지 않게 만들어진 통합 문서라 열지 않았습니다. 엑셀에서 새로 저장해 주세요.</translation>
    </message>
    <message>
        <source>The sheet reaches {rows} rows and {columns} columns. Delete the far-off cells.</source>
        <translation>시트가 {rows}행 {columns}열까지 이어집니다. 멀리 떨어진 셀을 지워 주세요.</translation>
    </message>
    <message>
        <source>The workbook is damaged. Open it in Excel and save it again.</source>
        <translation>통합 문서가 손상되었습니다. 엑셀에서 열어 다시 저장해 주세요.</translation>
    </message>
    <message>
        <source>There is no picture {file}. Check the name and the folder.</source>
        <translation>{file} 그림이 없습니다. 이름과 폴더를 확인해 주세요.</translation>
    </message>
    <message>
        <source>{file} is damaged or no picture. Use a PNG, JPEG, WebP, BMP, GIF or TIFF file.</source>
        <translation>{file} 파일이 손상되었거나 그림이 아닙니다. PNG, JPEG, WebP, BMP, GIF, TIFF 파일을 쓰세요.</translation>
    </message>
    <message>
        <source>{file} has more than {limit_mp} megapixels. Make it smaller and try again.</source>
        <translation>{file} 파일이 {limit_mp}메가픽셀보다 큽니다. 크기를 줄여 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>There is no badge template {template}. Choose one of: {known}.</source>
        <translation>{template} 이름표 서식이 없습니다. 다음에서 고르세요: {known}.</translation>
    </message>
    <message>
        <source>Badge template {template} is wrong at {key}: {problem}. Correct it and try again.</source>
        <translation>{template} 이름표 서식의 {key} 값이 잘못되었습니다: {problem}. 고친 뒤 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>A ticket&apos;s text of {length} characters does not fit a QR code. Give this person a shorter one.</source>
        <translation>티켓 글자 수({length}자)가 QR 코드에 담기에는 너무 깁니다. 더 짧은 티켓을 지정해 주세요.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written ({detail}). Choose another or free some space.</source>
        <translation>{folder} 폴더에 쓸 수 없습니다({detail}). 다른 폴더를 고르거나 공간을 비워 주세요.</translation>
    </message>
    <message>
        <source>No printer is set. Name one with --printer: a queue, or folder:PATH for PDF.</source>
        <translation>프린터가 정해지지 않았습니다. --printer로 대기열 이름이나 folder:PATH를 알려 주세요.</translation>
    </message>
    <message>
        <source>The printer {printer} is not there. Connect it or choose another.</source>
        <translation>프린터 {printer}을(를) 찾을 수 없습니다. 연결을 확인하거나 다른 프린터를 고르세요.</translation>
    </message>
    <message>
        <source>The printer {printer} did not take the badge ({detail}). Check paper, size and queue, then print again.</source>
        <translation>프린터 {printer}이(가) 이름표를 받지 않았습니다({detail}). 용지와 크기, 대기열을 확인한 뒤 다시 인쇄해 주세요.</translation>
    </message>
    <message>
        <source>This machine cannot reach its printers ({detail}). Install libcups2, or print into a folder.</source>
        <translation>이 기기는 프린터에 닿을 수 없습니다({detail}). libcups2를 설치하거나 폴더로 인쇄해 주세요.</translation>
    </message>
    <message>
        <source>The printer&apos;s address {address} {problem}. Give a queue&apos;s name, folder:PATH, ipp://HOST or zebra://HOST.</source>
        <translation>프린터 주소 {address}를 쓸 수 없습니다({problem}). 대기열 이름, folder:경로, ipp://호스트, zebra://호스트 가운데 하나로 적어 주세요.</translation>
    </message>
    <message>
        <source>The printer {printer} does not answer ({detail}). Check its power and cable; its badges wait.</source>
        <translation>프린터 {printer}가 응답하지 않습니다({detail}). 전원과 케이블을 확인해 주세요. 이름표는 대기합니다.</translation>
    </message>
    <message>
        <source>The printer {printer} is out of paper. Load it; its badges wait.</source>
        <translation>프린터 {printer}의 용지가 떨어졌습니다. 용지를 넣어 주세요. 이름표는 대기합니다.</translation>
    </message>
    <message>
        <source>Paper is jammed in the printer {printer}. Clear it; its badges wait.</source>
        <translation>프린터 {printer}에 종이가 걸렸습니다. 종이를 빼 주세요. 이름표는 대기합니다.</translation>
    </message>
    <message>
        <source>The printer {printer} is open. Close its cover; its badges wait.</source>
        <translation>프린터 {printer}의 덮개가 열려 있습니다. 덮개를 닫아 주세요. 이름표는 대기합니다.</translation>
    </message>
    <message>
        <source>The printer {printer} is paused. Start it again; its badges wait.</source>
        <translation>프린터 {printer}가 일시 정지되어 있습니다. 다시 시작해 주세요. 이름표는 대기합니다.</translation>
    </message>
    <message>
        <source>The printer {printer} has other paper in it ({loaded}) than the badge needs ({asked}). Load that, or choose another template.</source>
        <translation>프린터 {printer}에 이름표({asked})와 다른 용지({loaded})가 들어 있습니다. 맞는 용지를 넣거나 다른 이름표 양식을 골라 주세요.</translation>
    </message>
    <message>
        <source>The printer {printer} reports a fault. Look at its display; its badges wait.</source>
        <translation>프린터 {printer}가 이상을 알리고 있습니다. 프린터 화면을 확인해 주세요. 이름표는 대기합니다.</translation>
    </message>
    <message>
        <source>The printer {printer} has its hands full. It is tried again by itself.</source>
        <translation>프린터 {printer}가 다른 일을 하고 있습니다. 저절로 다시 시도합니다.</translation>
    </message>
    <message>
        <source>Nobody vouches for the printer {printer} ({detail}). Compare its fingerprint with the printer&apos;s own page, and add ?sha256=FINGERPRINT to its address.</source>
        <translation>프린터 {printer}의 인증서를 믿을 수 없습니다({detail}). 프린터 설정 화면의 지문과 비교한 뒤 주소 끝에 ?sha256=지문 을 붙여 주세요.</translation>
    </message>
    <message>
        <source>What answers as printer {printer} is none ({detail}). Check its address; its badges wait.</source>
        <translation>프린터 {printer}라고 응답한 것은 프린터가 아닙니다({detail}). 주소를 확인해 주세요. 이름표는 대기합니다.</translation>
    </message>
    <message>
        <source>The connection to the printer {printer} broke while a badge was sent ({detail}). Look whether it came out, then print again if not.</source>
        <translation>이름표를 보내는 중에 프린터 {printer}와 연결이 끊겼습니다({detail}). 이름표가 나왔는지 보고, 없으면 다시 인쇄해 주세요.</translation>
    </message>
    <message>
        <source>The printer {printer} gave the badge up. Look at its display, then print it again.</source>
        <translation>프린터 {printer}가 이름표 인쇄를 그만두었습니다. 프린터 화면을 확인하고 다시 인쇄해 주세요.</translation>
    </message>
    <message>
        <source>The printer {printer} took a badge and did not finish it. Look whether it came out, then print again if not.</source>
        <translation>프린터 {printer}가 이름표를 받고 끝내지 못했습니다. 이름표가 나왔는지 보고, 없으면 다시 인쇄해 주세요.</translation>
    </message>
    <message>
        <source>This desk has no printer {printer}. Known are: {known}.</source>
        <translation>이 데스크에는 프린터 {printer}가 없습니다. 있는 프린터: {known}.</translation>
    </message>
    <message>
        <source>A printer cannot be called {name}. Give it up to {limit} letters, digits, blanks or hyphens.</source>
        <translation>프린터 이름을 {name}(으)로 할 수 없습니다. 글자, 숫자, 빈칸, 붙임표로 {limit}자까지 적어 주세요.</translation>
    </message>
    <message>
        <source>The queue has no badge {job}. Look at the queue again.</source>
        <translation>대기열에 이름표 {job}이(가) 없습니다. 대기열을 다시 확인해 주세요.</translation>
    </message>
    <message>
        <source>The badge {job} is {state}, so this cannot be done. Look at the queue again.</source>
        <translation>이름표 {job}은(는) 지금 {state} 상태라서 할 수 없습니다. 대기열을 다시 확인해 주세요.</translation>
    </message>
    <message>
        <source>A badge is not written as {suffix}. Use a file name that ends in .png or .pdf.</source>
        <translation>이름표는 {suffix} 형식으로 쓰지 않습니다. .png나 .pdf로 끝나는 이름을 쓰세요.</translation>
    </message>
    <message>
        <source>There is no theme {theme}. Choose one of: {known}.</source>
        <translation>{theme} 화면 색은 없습니다. 다음에서 고르세요: {known}.</translation>
    </message>
    <message>
        <source>{size} is no size. Write width x height in pixels: 1080x1920</source>
        <translation>{size}은(는) 크기가 아닙니다. 가로 x 세로를 픽셀로 적어 주세요: 1080x1920</translation>
    </message>
    <message>
        <source>This event asks for no consent {consent}. Known are: {known}.</source>
        <translation>이 행사에는 동의 항목 {consent}이(가) 없습니다. 있는 항목: {known}</translation>
    </message>
    <message>
        <source>A reason is needed. Give one and try again.</source>
        <translation>까닭이 필요합니다. 까닭을 고르거나 적고 다시 시도해 주세요.</translation>
    </message>
    <message>
        <source>The signature has no strokes. Sign once more, or have staff confirm it.</source>
        <translation>서명에 획이 없습니다. 다시 서명하거나 직원 확인을 받아 주세요.</translation>
    </message>
    <message>
        <source>The signature takes {bytes} bytes, and {limit} are kept at most. Sign once more, shorter.</source>
        <translation>서명이 {bytes}바이트로, 최대 {limit}바이트까지 보관합니다. 더 짧게 다시 서명해 주세요.</translation>
    </message>
    <message>
        <source>The desk has no request {request}. Look at the list again.</source>
        <translation>데스크에 요청 {request}이(가) 없습니다. 목록을 다시 확인해 주세요.</translation>
    </message>
    <message>
        <source>A name needs at least {least} letters. Type the whole name.</source>
        <translation>이름은 {least}글자 이상이어야 합니다. 이름을 끝까지 입력해 주세요.</translation>
    </message>
    <message>
        <source>The name is longer than {limit} characters. Shorten it.</source>
        <translation>이름이 {limit}글자보다 깁니다. 줄여 주세요.</translation>
    </message>
    <message>
        <source>There is no such telephone number. Check its digits, the area code included.</source>
        <translation>없는 전화번호입니다. 지역번호까지 숫자를 다시 확인해 주세요.</translation>
    </message>
    <message>
        <source>The field {field} holds a resident registration number, which must not be collected. Delete it.</source>
        <translation>{field} 칸에 주민등록번호가 있습니다. 수집할 수 없으니 지워 주세요.</translation>
    </message>
    <message>
        <source>The field {field} is longer than {limit} characters. Shorten it.</source>
        <translation>{field} 칸이 {limit}글자보다 깁니다. 줄여 주세요.</translation>
    </message>
    <message>
        <source>Nothing is kept of a person who does not consent. Ask again, or let them in at the desk without a badge.</source>
        <translation>동의하지 않은 분의 정보는 보관하지 않습니다. 다시 여쭙거나 안내데스크에서 이름표 없이 입장하도록 안내해 주세요.</translation>
    </message>
    <message>
        <source>This is no e-mail address. Check it, or leave it empty.</source>
        <translation>이메일 주소가 아닙니다. 다시 확인하거나 비워 두세요.</translation>
    </message>
    <message>
        <source>A kept signature is damaged and cannot be shown. Ask the person to sign again.</source>
        <translation>보관된 서명이 손상되어 보여 드릴 수 없습니다. 다시 서명해 달라고 부탁해 주세요.</translation>
    </message>
    <message>
        <source>The setting {setting} {problem}. Nothing was changed.</source>
        <translation>설정 {setting} 값을 쓸 수 없습니다({problem}). 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>A PIN is exactly {length} digits. Choose another.</source>
        <translation>비밀번호는 숫자 {length}자리입니다. 다시 정해 주세요.</translation>
    </message>
    <message>
        <source>This PIN is among the first that anybody tries (a run, one digit, a repeat). Choose another.</source>
        <translation>누구나 먼저 눌러 보는 번호입니다(연속, 같은 숫자, 반복). 다른 번호로 정해 주세요.</translation>
    </message>
    <message>
        <source>No administration PIN is set on this desk. Set one with: kiosk pin</source>
        <translation>이 기기에 관리 비밀번호가 없습니다. 다음 명령으로 정해 주세요: kiosk pin</translation>
    </message>
    <message>
        <source>This text has more than {limit} characters. Shorten it.</source>
        <translation>글이 {limit}자를 넘습니다. 줄여 주세요.</translation>
    </message>
    <message>
        <source>Nobody may be let past this rule here ({rules}). Ask the organiser, who can change the event file.</source>
        <translation>이 행사에서는 이 규칙({rules})에 예외를 둘 수 없습니다. 행사 파일을 고칠 수 있는 운영자에게 문의해 주세요.</translation>
    </message>
    <message>
        <source>Somebody else has just changed the same fields ({fields}). Nothing was saved; close this and open the person again.</source>
        <translation>다른 사람이 방금 같은 항목({fields})을 고쳤습니다. 저장하지 않았습니다. 창을 닫고 그분을 다시 열어 주세요.</translation>
    </message>
    <message>
        <source>The note is empty. Write something, or close it.</source>
        <translation>메모가 비어 있습니다. 내용을 적거나 창을 닫아 주세요.</translation>
    </message>
    <message>
        <source>This person has not come in, so there is nothing to sign. Check them in first.</source>
        <translation>아직 입장하지 않은 분이라 서명할 기록이 없습니다. 먼저 출석을 확인해 주세요.</translation>
    </message>
    <message>
        <source>A badge template cannot be called {template}. Use up to 60 letters, digits, blanks, &apos;.&apos;, &apos;-&apos; and &apos;_&apos;.</source>
        <translation>이름표 서식의 이름으로 {template}은(는) 쓸 수 없습니다. 글자, 숫자, 빈칸, '.', '-', '_'로 60자까지 써 주세요.</translation>
    </message>
    <message>
        <source>A badge of {template} at {dpi} dots an inch is too large to be drawn. Choose a lower resolution.</source>
        <translation>{template} 이름표는 인치당 {dpi}점으로 그리기에 너무 큽니다. 더 낮은 해상도를 골라 주세요.</translation>
    </message>
    <message>
        <source>A page of {template} has no label {start}. Begin with one from 1 to {labels}.</source>
        <translation>{template} 용지에는 {start}번 칸이 없습니다. 1번부터 {labels}번 사이에서 시작해 주세요.</translation>
    </message>
</context>
</TS>
