// First names and surnames that are common in Britain, of many origins. Small on purpose: it catches the names that are
// written most. `certain` ones are hardly anything else and count in any letters; `possible` ones are also ordinary words,
// months or places and count only with a sign beside them. In small letters, without accents.

const firstNames = `aaron abbie abdul abdullah abigail abu ada adaeze adam adeel adebayo adele adrian agnes agnieszka ahmad ahmed aidan
aileen aisha aishah akua alan alana alasdair alastair albert aleksandra aleksander alex alexander alexandra alexandru alexia alfie alfred
ali alice alicia alina alison alistair aliyah alyssa amanda amelia amelie amina aminah amir amira amit amrit amy ana anastasia andre andrea
andreea andrei andrew andrzej andy angela angus anika anil anisa anita anjali ann anna annabel annabelle anne annette annie anthony antonia
antonio anwar anya aoife arabella aria ariana arjun arthur asha ashley ashraf asif astrid aubrey audrey ava ayaan ayesha ayo babatunde
barbara barry bartosz beatrice becky belinda ben benedict benjamin bernadette bernard bethan bethany betty beverley bilal blessing bogdan
bradley brandon brenda brendan brian bridget bronwen bruce bryan bryony caitlin caleb callum calum cameron camilla cara carl carla carlos
carly carmen caroline catherine cathy catriona cecilia ceri cerys chantelle charles charlie charlotte cheryl chiamaka chidi chinedu chloe
chris christina christine christopher chukwuma ciara ciaran cindy claire clara clare claudia clive clifford colin colleen connor conor
corinne courtney craig cristina cynthia dafydd damian dan daniel daniela danielle danny daphne darius darren dave david debbie deborah
declan deepak deirdre delroy demi denise dennis derek desmond devon diana diane dilip dmitri dominic dominik donald donna doris dorota
dorothy douglas duncan dylan ebony edith edward edwin eileen eilidh elaine eleanor elena elias elijah elin elizabeth ella ellen ellie elliot
elliott elsie emeka emilia emily emma emmanuel eric erica erin ester esther ethan eva evan evelyn evie ewa ewan ezra faisal farah fatima
fatimah fatou felicity femi ffion filip finlay finley fiona folake frances francesca francis frederick freya funmi gabriel gabriela
gabrielle gareth gary gavin gemma geoffrey george georgina gerald geraldine gethin gill gillian gina giovanni giulia gladys gordon graeme
graham grainne greg gregory grzegorz gurpreet gwen gwyneth habib hafsa haider hamza hana hannah haroon harold harpreet harriet harrison
harry haruka hasan hassan hayley heidi helen helena henry hermione hilary hitesh howard hugh huw hussain ian ibrahim ifeoma imani imogen
imran ines ingrid iqra irena irene isaac isabel isabella isabelle isha isla ismail isobel ivan iwona jacek jackie jacob jacqueline jaden
jake jakub jamal james jamie jan jane janet janice janine jared jarek jasmin jasmine jason jatinder javed jayden jayne jean jeanette jeff
jeffrey jenna jennie jennifer jenny jeremy jerome jess jessica jessie jill jim jimmy joan joanna joanne jodie joe joel johan john johnny
jonah jonathan joseph josephine josh joshua joyce juan judith jules julia julian julie juliet justyna kacper kai kaitlyn kamal kamil karen
karim karl karolina kasia kasper katarzyna kate katherine kathleen kathryn kathy katie katy kavita kayden kayla kayleigh keeley keira keith
kelechi kelly kelvin ken kenneth kenny kerry kevin keziah khadija khadijah khalid kian kieran kim kimberley kiran kirsten kirsty krishna
kristina krystyna krzysztof kumar kwabena kwame kyle lakshmi lara latisha laura lauren laurence leah leanne leila lena leo leon leonard
lesley leslie lewis lexi liam lidia lilian lillian linda lindsay lindsey linh lisa logan lola lorna lorraine louis louisa louise luca lucas
lucia lucie lucy luis lukas lukasz luke lydia lynn lynne lyra maciej madeleine madison maeve magda magdalena mahmoud maisie malcolm malgorzata
malik manjit manpreet marcel marcin marco marcus mareike margaret maria mariam marian marianne marie mariusz marlon martha mary maryam
mateusz matilda matthew maureen maxine maxwell meera megan mehmet mei melanie melissa mia micah michael michal michelle miguel mikolaj
mila millie milo mina ming miriam misbah mitchell moein mohamed mohammad mohammed mohamud moira molly monika morag muhammad muhammed
mustafa myles naadia nabil nadia nadine naomi natalia natalie natasha nathan nathaniel naveed neha neil nia niall niamh nicholas nicola
nicole nigel nikhil nikita nikolai nina nirmala noah noel noor nora nuala nur obinna oksana oliver olivia olivier olu oluwaseun omar oscar
oskar osman owen oyin pablo pamela parveen patricia patrick patryk paul paula paulina pauline pawel pedro peggy peter petra phil philip
philippa phillip phoebe phuong pippa piotr priya quentin rachael rachel rafael raheem rahul raj rajesh ralph ramesh rania raphael rashid
ravi raymond rebecca reece reggie rehana rhiannon rhys richard rita robert roberta roberto rohan rohit roisin roman ronald ronnie rory
rosa rosalind rosie roy roxanne rupert russell ruth ryan sabrina sadia saeed safiya saima saira salma salman sam samantha samina samir
samira samuel sandeep sandra sanjay sanjeev saoirse sapna sara sarah sasha satnam scarlett scott sean sebastian seema selina seren sergio
shabana shahid shamima shane shannon sharon shaun shauna sheila shirley shreya sian sibusiso sidney silvia simon simone simran sinead siobhan
sofia sonia sophia sophie stacey stanislaw stanley stefan stella stephanie stephen steve steven stewart stuart sukhdeep sunita suresh susan
susanna susie suzanne svetlana sven sylvia tabitha tahir talia tamara tamsin tania tanya tara tariq tasha tatiana temitope teresa terence
terry thandiwe theo theodore theresa thi thomas tia tim timothy tina tobias toby tom tomasz tony tracey tracy trevor tristan tunde tyler
tyrone uche umar usha valerie vanessa vera veronica vicky vijay vikram vincent vivien vladimir wayne wendy wiktoria william wojciech xavier
yasmin yasmine yetunde youssef yuki yusuf yvonne zac zach zachary zahra zainab zak zara zbigniew zeinab zofia zoe zuri zuzanna`

const surnames = `abbott abdi abdullahi abubakar achebe adamczyk adams adekunle adeyemi adichie agarwal agyeman akhtar akinola aktar alam allan
allen anderson andrews appiah armstrong asante ashworth atkins atkinson aziz bailey balogun banerjee barker barnes barnett bassett bates
begum bennett bhatt blackburn boateng bradshaw brennan briggs brooks bryant burgess burke burns byrne cameron campbell cartwright chamberlain
chambers chan chapman chatterjee chaudhary chen cheng cheung chowdhury clarke clark coleman collins connolly cooke cunningham curtis daly
das davey davidson davies davis dawson desai dhaliwal dhillon diallo dickinson dixon dlamini dobson doherty donnelly douglas doyle duffy
edwards eke elliott ellis emmanuel evans faulkner ferguson fernandes fernandez ferreira fitzgerald fletcher flynn forster gallagher garcia
gibbs gibson gill goddard gomez gonzalez goodwin grewal griffiths gupta hamilton hanson haque hargreaves harris harrison harvey henderson
hewitt higgins hodgson hoang holloway hopkins horvath hossain houghton huang hudson hughes hunt hussain hussein ibrahim ionescu iqbal islam
jackson jankowski jarvis jenkins jennings jensen johal johnson johnston jones kamara kaminski kapoor kaur kelly kennedy khalil khan khatun
kowalczyk kowalski krawczyk kumar kwan lawson lewandowski lewis liu lopez macdonald mackenzie mahmood malik mann marsden marshall martinez
matthews mazur mbeki mcdonald mcgrath mckenzie mehta mensah miah mistry mitchell mohamud moran morgan morris morrison murphy murray mwangi
naidoo naidu nair nawaz ndlovu nguyen nicholls nikolov nkosi novak nowak nunes obi odhiambo oconnor okafor okeke okonkwo okoro oliveira
onyango osei owens pandey papadopoulos parkinson parsons patel patterson pearce pearson pereira perera perkins petrov pham phillips popa
popescu powell pritchard quinn radu rahman rai rana rao raza reddy reid reynolds richards richardson roberts robertson robinson rodrigues
rodriguez rogers rossi rowland ryan sahota saleem saleh sanchez sanders santos sanderson saunders schmidt sesay shah shaikh sharma sharif
sheikh shepherd sidhu silva simmons simpson singh sinha smith spencer stephens stevens stevenson stoica sutherland szymanski thapa thompson
thomson thornton townsend tran turner uddin varma verma virk vu walker walsh wang warsame watkins watson watts webster whitehead whittaker
wilkins wilkinson williams williamson willis wilson winstanley wisniewski wojcik wong woodward wright yadav yang yildiz yilmaz yusuf zaman
zhang zhou zielinski`

const also = `amber angel april art ash aspen august aurora austin autumn basil bay bella bill billie blake blossom bobby bonnie brook brooke
brooklyn carol caspian chance chase chelsea cherry christian clay cliff crystal daisy dale dante dawn dean destiny dolly drew duke earl eden
ed eve faith faye fern fleur flora florence frank frankie gale gene georgia ginger glen glenn grace grant guy harmony harper hazel heath heather
holly honey hope hunter india iris israel ivy jack jade jasper jay jemima jewel jo jon jordan joy jude judy june justice kay king kit lance
lark lee lily lottie mac mark martin mason matt maverick max may melody mercy mike miles misty moses nelson nick nova olive paige paris pat
patience pearl penny peony percy pete pixie poppy precious prince princess queen ray reed rex rich river rob robin rocky rod roger roman ron
rose rosemary rowan ruby rusty sage sally sandy savannah serenity sky skye sonny star stew storm sue summer sunny sydney ted temperance tiffany
trinity troy verity vic victor victoria violet virginia wade warren will willow winston wren young zion
archer bacon baker ball banks barber barton beach bell berry best bird bishop black blue bolton bond booth bowen boyd bridges bright brown
buckley bull burton bush butcher butler cannon carpenter carr carter castle church cole cook cooper cox crawford cross crow darling day dell
dickens driver dunn dyer farmer field fields finch fisher flower flowers foot ford forest foster fox fraser freeman french frost fuller
gardener gardner gates george giles glover godwin golding good goode gordon graves gray green greenwood grey griffin hall hammond hancock
hardy hart hawkins hayes hill hobbs holland holmes hooper horn horton house howe hull hurst hyde james jarvis jordan joyner kemp kent kerr khan
kidd kirk knight lake lamb lane law lawrence leach little lloyd lock long love lowe lucas lynch marsh mead miller mills moon moore moss munro
nash newman newton noble norman norris north osborne page palmer park parker parks parry payne peacock peel perry pike pollard pond poole pope
porter potter potts powers pratt price pugh read redmond rice ritchie rowe rush sargent savage schofield sharp sharpe shaw shelton short skinner
slater sparks stanton steel steele stokes stone street strong summers sutton swift sykes tanner tate taylor temple todd tucker tyler underwood
vale vaughan vincent wade wall waller ward warner warren waters weaver webb weller wells west weston wheeler white wilde winter winters wise
wolf wood woods wren wyatt yates york`

const wordsOf = (lists: string): readonly string[] => lists.split(/\s+/)

/** Names that are also something else: they count only with a sign beside them. */
export const possibleNames: ReadonlySet<string> = new Set(wordsOf(also))

/** Names that are hardly anything else. */
export const certainNames: ReadonlySet<string> = new Set(
  [...wordsOf(firstNames), ...wordsOf(surnames)].filter((name) => !possibleNames.has(name)),
)
