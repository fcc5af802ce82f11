// Capitalised words of notes that are no names: the calendar, the words of health and social care, of families and forms,
// places and peoples, and words that sentences begin with. Kept small: a word belongs here once it was pointed out wrongly.

const calendar = `january february march april june july august september october november december jan feb mar apr jun jul aug sep
sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun easter
christmas boxing ramadan eid diwali hanukkah bank holiday spring summer autumn winter term today tomorrow yesterday weekend week
month year day night morning afternoon evening half`

const care = `health visitor visiting nurse nursing midwife midwifery doctor consultant practitioner paediatrician psychiatrist
psychologist therapist therapy physiotherapist dietitian pharmacist pharmacy dentist dental optician surgery clinic clinical hospital
ward unit service team centre center practice general specialist senior lead designated named professional advisor adviser manager
management supervisor supervision supervisee community district school staff student social worker work care carer caring support
supported supporting family families child children childrens young youth people person adult adults parent parents parenting infant
maternity maternal postnatal antenatal perinatal mental physical learning disability disabilities autism autistic spectrum disorder
safeguarding protection need needs plan planning conference core group meeting strategy discussion review initial assessment
assessments referral referrals multi agency hub early help intervention front door single point access framework threshold section act
court order orders legal proceedings public law pre private fostering foster adoption adopted looked after care leaver kinship
guardianship special educational education welfare police officer constable probation housing council local authority borough county
domestic abuse violence refuge victim women womens men aid sexual exploitation criminal county lines neglect emotional harm risk risks
significant serious case incident learning practice rapid panel board partnership committee trust foundation nhs royal college
national institute university society association charity church mosque temple synagogue nursery playgroup reception primary secondary
academy college headteacher teacher teaching assistant sure start healthy start programme programmes child programme family nurse
weight height growth centile chart red book personal record records immunisation immunisations vaccination vaccine dose jab feeding
breastfeeding bottle formula weaning sleep safe sleeping crying colic speech language hearing vision sight development developmental
ages stages questionnaire questionnaires edinburgh depression scale anxiety whooley score scores tool toolkit screening screen check
blood pressure heart rate oxygen temperature urine test tests scan results treatment medication medicine tablets insulin diabetes
asthma epilepsy eczema allergy allergies cancer dementia alzheimer parkinson stroke epipen calpol paracetamol ibuprofen sertraline
fluoxetine citalopram methadone heroin cocaine cannabis alcohol anonymous drugs drug substance misuse recovery detox smoking
attention deficit hyperactivity syndrome down downs turner marfan disease condition diagnosis acute chronic emergency department
accident minor injury walk intensive high low medium dependency neonatal theatre outpatient outpatients inpatient appointment
appointments home visit visits contact contacts call telephone phone video text letter email report reports form forms note notes
summary background chronology genogram ecomap timeline signs safety strengths difficulties graded profile
neglect star outcomes outcome goals goal action actions decision decisions agreed voice lived experience curiosity think whole circle
security universal credit benefit benefits income allowance employment jobcentre job centre food bank citizens advice
first second third fourth fifth one two three four five six seven eight nine ten level stage part appendix chapter page
annual daily weekly monthly quarterly equality diversity inclusion mandatory training policy procedure procedures guidance standard
standards operating working together information sharing consent capacity best interests deprivation liberty safeguards duty
enquiry enquiries domiciliary residential respite day night shift handover crisis resolution home treatment liaison street outreach
st saint gp hv sn lac cp cin toc rio emis systmone datix`

const family = `mum mummy mam mom mother mothers dad daddy father fathers daughter son sister brother sibling siblings baby babies
toddler boy girl aunt auntie aunty uncle nan nana gran granny grandma grandad granddad grandmother grandfather grandparents cousin
niece nephew partner husband wife boyfriend girlfriend ex twin twins friend friends neighbour stepdad stepmum stepfather stepmother
maternal paternal unborn newborn elder older oldest eldest younger youngest middle male female both parents household relative`

const places = `road street avenue lane close drive crescent place square terrace gardens park house court flat room floor ward
north south east west northern southern eastern western central upper lower great new old england english scotland scottish wales
welsh ireland irish britain british united kingdom london london's europe european africa african asia asian caribbean america american
poland polish romania romanian bulgaria bulgarian portugal portuguese spain spanish france french germany german italy italian
turkey turkish greece greek albania albanian ukraine ukrainian russia russian lithuania lithuanian latvia latvian india indian pakistan
pakistani bangladesh bangladeshi bengali urdu punjabi gujarati tamil sri lanka china chinese mandarin cantonese vietnam vietnamese
philippines filipino arabic arab syria syrian iraq iraqi iran iranian persian farsi afghanistan afghan kurdish somalia somali eritrea
eritrean ethiopia ethiopian sudan sudanese nigeria nigerian ghana ghanaian kenya kenyan uganda ugandan zimbabwe zimbabwean jamaica
jamaican brazil brazilian roma romany gypsy traveller travellers christian muslim hindu sikh jewish buddhist catholic white black mixed
manchester birmingham leeds bristol liverpool sheffield newcastle nottingham leicester cardiff belfast glasgow exeter somerset devon
taunton yeovil bath facebook instagram snapchat whatsapp tiktok youtube google zoom teams microsoft windows internet web online
amazon netflix xbox playstation barnardo nspcc childline samaritans relate mencap kooth shelter tesco asda sainsbury lidl aldi boots`

const starts = `the a an and or but if when while as at by for from in into of off on onto out over to under up with without about above
across after against along among around before behind below beneath beside between beyond during except inside near outside since
through throughout towards until upon within i he she it we they you his her hers its our their my your this that these those there
here who whom whose which what where why how all any both each either every few many more most much neither no none nor not nothing
other others own same several so some such than then too very just also again already always ever never often once only perhaps quite
rather really sometimes soon still twice usually well yet am is are was were be been being do does did done has have had having can
could may might must shall should will would let lets yes please thank thanks sorry dear hello hi kind regards further next last late
later latest recent new another additional overall however although because therefore meanwhile despite despite unless whether instead
like said says say told tell tells asked ask asks spoke speak saw see seen seems seem felt feel feels think thinks thought know knows
known went go goes going gone came come comes got get gets gave give given took take takes made make makes kept keep keeps left leave
rang ring rings met meet meets held hold holds found find finds wrote write written read reads heard hear sent send sends brought bring
became become began begin put puts set sets ran run runs lives live lived living born aged old positive negative good poor bad better
worse best strong clear possible likely unlikely unsure unknown main key current previous past present future main long short full part
time times place side end change changes question questions answer answers issue issues concern concerns worry worries observation
observations impression evidence attendance engagement relationship relationships behaviour presentation history impact factor factors
protective wishes feelings reflection reflections example examples reason reasons aim aims purpose advice ok`

/** In small letters, without accents. */
export const ordinaryWords: ReadonlySet<string> = new Set(
  [calendar, care, family, places, starts].flatMap((words) => words.split(/\s+/)),
)
