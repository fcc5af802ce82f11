// Names of the fictitious staff, of the kinds that British hospitals have. Any likeness to a person is chance.

const first =
  `Abigail Adam Aisha Alan Alice Amara Andrew Angela Anil Anna Anthony Arjun Beata Bethan Bilal Brian Callum Carla
Caroline Catherine Charlotte Chidi Christopher Claire Colin Comfort Daniel Daria David Deepa Denise Dominic Donna Duncan
Eilidh Elaine Eleanor Emeka Emily Emma Esther Faith Farah Fergus Frances Gareth Gemma Gillian Gwen Hannah Harriet Hassan
Hazel Heather Hugh Imran Isaac Isla Jack Jacqueline James Janet Jasmine Joanna John Joyce Julia Karen Kasia Keith Kirsty
Laura Lauren Leila Liam Linda Louise Lucy Maeve Magda Mandeep Margaret Mark Martin Mary Meera Megan Michael Mohammed Moira
Naomi Natalie Nia Nicola Nikhil Olivia Omar Oscar Parveen Patrick Paul Pauline Rachel Rebecca Rhys Robert Rosie Ruby Samir
Samuel Sarah Shanice Sharon Simon Sofia Stephen Sunita Susan Tamsin Tendai Theresa Thomas Tunde Uzma Victoria Wendy William
Yasmin Yvonne Zainab Zoe`.split(/\s+/)

const last =
  `Abbott Acheampong Ahmed Akhtar Ali Allen Anderson Appiah Armstrong Asante Atkinson Bailey Baker Banerjee Barnes
Begum Bennett Bishop Bradley Brennan Brown Burke Butler Campbell Chapman Chaudhry Chen Clarke Collins Cooper Cox Craig
Cunningham Dalton Das Davies Dhillon Doherty Dube Dunn Edwards Ellis Farrell Fernandes Fisher Fletcher Ford Foster Gallagher
Gibson Gill Gordon Graham Grant Green Griffiths Hall Hamilton Harris Hart Hassan Henderson Holmes Howells Hussain Ibrahim
Iqbal Jackson James Jenkins Johnson Jones Joseph Kapoor Kaur Kennedy Khan King Kowalska Lawson Lee Lewis Lloyd Lowe Malik
Marshall Mason Mathew McBride McDonald McKenzie Mensah Miller Mills Mistry Mitchell Moore Morris Moyo Murphy Murray Naidoo
Ncube Nelson Newman Nwosu OConnor Okeke Oliver Osei Owen Palmer Parker Parry Patel Pearce Perera Phillips Powell Quinn Rai
Rees Reynolds Richards Robinson Rogers Rose Russell Ryan Sandhu Saunders Scott Shah Sharma Shaw Silva Simpson Singh Smith
Stewart Stone Sullivan Taylor Thapa Thomas Turner Varghese Wade Walker Walsh Ward Watson Webb White Williams Wilson Wood
Wright Young Zaman`.split(/\s+/)

/** A new name each time, none of `taken`. */
export function namesApartFrom(taken: Iterable<string>, oneOf: <T>(all: readonly T[]) => T): () => string {
  const used = new Set(taken)
  return () => {
    for (;;) {
      const name = `${oneOf(first)} ${oneOf(last).replace('OConnor', 'O’Connor')}`
      if (used.has(name)) continue
      used.add(name)
      return name
    }
  }
}
