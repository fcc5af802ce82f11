// Long passwords that turn up again and again in published breaches, and the words that most of the others are built
// from. Made by hand and kept short on purpose: rules catch the families, the list catches the rest (docs/decisions).

/** Letters and figures only, small. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `correcthorsebatterystaple thisismypassword thisisapassword thisisapassphrase mypasswordispassword letmeinletmein iloveyousomuch iloveyouforever
iloveyoubaby123 iloveyou1234567 ilovemyfamily123 ilovemydog12345 ilovemychildren ilovemyhusband ilovemydaughter ilovejesuschrist jesuschristislord
jesusismysaviour jesuslovesme123 godisgreat12345 inthenameofgod thelordismyshepherd trustnoonetrustnoone opensesameopensesame abracadabra12345
neverforgetyou123 nevergiveup1234 donttouchmyphone donotforgetthis ihatepasswords ihatepasswords123 idontknowmypassword ifyoucanreadthis
whatismypassword forgotmypassword changemechangeme changemenow123 pleasechangeme123 pleaseletmein1234 defaultpassword temporarypassword
administrator123 administratoradministrator superadministrator rootrootrootroot passwordpassword passwordpassword1 password123456789 password1password1
password12345678 qwertyuiopasdfgh qwertyuiopasdfghjkl qwertyuiopasdfghjklzxcvbnm 1q2w3e4r5t6y7u8i 1q2w3e4r5t6y7u8i9o0p zaq12wsxcde34rfv
mynameisjohn1234 manchesterunited manchesterunited1 manchestercity12 liverpoolfootballclub youllneverwalkalone chelseafootballclub tottenhamhotspur
leicestercity2016 newcastleunited1 glasgowrangers1 celticfootballclub arsenalfootballclub starwarsstarwars maytheforcebewithyou harrypotterharrypotter
expectopatronum1 winteriscoming12 thelordoftherings onceuponatime123 tobeornottobe123 tobeornottobethatisthequestion thequickbrownfox
thequickbrownfoxjumpsoverthelazydog supercalifragilisticexpialidocious happybirthdaytoyou merrychristmas12 happynewyear2024 happynewyear2025
happynewyear2026 happynewyear2027 keepcalmandcarryon everythingisawesome hakunamatata12345 alliwantforchristmasisyou sunshinesunshine
princessprincess charliecharlie12 michaelmichael12 butterflybutterfly chocolatechocolate footballfootball computercomputer internetinternet
asdfasdfasdfasdf asdfghjklasdfghjkl zxcvbnmzxcvbnm1 aaaaaaaaaaaaaaaa 1111111111111111 0000000000000000 123456789012345 1234567890123456
12345678901234567890 123123123123123 112233445566778 987654321987654 abcdefghijklmno abcdefghijklmnop abcdefghijklmnopqrstuvwxyz abc123abc123abc123
nationalhealthservice safeguardingchildren safeguardingsupervision clinicalsupervision clinicalsupervision1 welcometothenhs nhspassword12345
wardpassword1234 hospitalpassword supervisionpassword workpassword1234 mysecretpassword mysecurepassword verysecurepassword thisisaverylongpassword
averylongpassword alongpassword123 longpassword12345 strongpassword123 mustbe15characters fifteencharacter fifteencharacters minimum15characters`
    .split(/\s+/)
    .map((password) => password.toLowerCase()),
)

/** Words that a guesser puts together first; what they cover does not count towards a password. */
export const guessableWords: readonly string[] =
  `password passwort passphrase passcode secret secure security login logon signin account access admin administrator root user guest test testing temp temporary default change changeme
letmein welcome hello please trustno1 iloveyou ilove love forever opensesame master superman batman dragon monkey shadow sunshine princess football baseball
arsenal chelsea liverpool everton tottenham manchester united city rangers celtic starwars pokemon charlie michael jordan ashley daniel thomas george
london england scotland wales britain computer internet google facebook instagram samsung iphone microsoft windows office outlook teams summer autumn winter spring
january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday christmas
qwerty azerty abc123 nhs nhsnet hospital trust clinic clinical clinician supervision supervisor supervise safeguarding health visitor nurse nursing midwife doctor
ward patient care manage managing service team staff manager work freedom whatever nothing family mother father baby jesus christ blessed
the and for you are our your this that with 2020 2021 2022 2023 2024 2025 2026 2027 2028`.split(/\s+/)
