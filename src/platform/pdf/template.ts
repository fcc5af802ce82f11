// How documents on paper look, in typst. Everything that people wrote comes in as data (`sys.inputs.document`): a string that
// typst puts on the page is words and nothing else, whatever signs stand in it.

export const template = String.raw`
#let doc = json(bytes(sys.inputs.document))
#let blue = rgb("#005eb8")
#let dark = rgb("#212b32")
#let grey = rgb("#4c6272")

#set document(title: doc.title, author: doc.author, date: datetime(
  year: doc.made.at(0), month: doc.made.at(1), day: doc.made.at(2),
  hour: doc.made.at(3), minute: doc.made.at(4), second: doc.made.at(5),
))
#set text(font: doc.fonts, size: 10.5pt, lang: "en", region: "gb", hyphenate: false, ligatures: false, fill: dark)
#set par(leading: 0.62em, spacing: 1em, justify: false, linebreaks: "simple")
#set page(
  paper: "a4",
  margin: (x: 24mm, top: 22mm, bottom: 24mm),
  footer: context {
    set text(size: 8.5pt, fill: grey)
    line(length: 100%, stroke: 0.5pt + rgb("#d8dde0"))
    v(-4pt)
    grid(columns: (1fr, auto), doc.foot, [Page #counter(page).display() of #counter(page).final().first()])
  },
)
#show heading.where(level: 1): set text(size: 22pt)
#show heading.where(level: 2): set text(size: 13.5pt, fill: blue)
#show heading.where(level: 3): set text(size: 10.5pt)
#show heading.where(level: 1): set block(above: 16pt, below: 9pt)
#show heading.where(level: 2): set block(above: 22pt, below: 11pt)
#show heading.where(level: 3): set block(above: 15pt, below: 8pt)

#let words(look, texts, keeps) = {
  if look == "notes" {
    set text(size: 8.5pt, fill: grey)
    par(texts.map(one => box(one)).join([#h(1.4em) ]))
  } else if look == "lead" {
    for one in texts { par(text(size: 12pt, fill: grey, one)) }
  } else if look == "strong" {
    for one in texts { block(above: 12pt, below: 6pt, sticky: true, par(text(weight: "bold", one))) }
  } else {
    for one in texts { if keeps { block(sticky: true, above: 1em, below: 1em, par(one)) } else { par(one) } }
  }
}

#let banner(name, texts) = block(
  width: 100%, fill: rgb("#f0f4f5"), stroke: (left: 4pt + blue), inset: (x: 12pt, y: 10pt), below: 20pt,
  {
    par(text(weight: "bold", size: 11pt, fill: blue, name))
    for one in texts { par(one) }
  },
)

#let letters(lines) = block(inset: (left: 12pt, y: 2pt), stroke: (left: 2pt + rgb("#d8dde0")), {
  set text(font: doc.letters, size: 10pt)
  for one in lines { par(one) }
})

#let rows(columns, cells) = {
  set text(size: 9.5pt)
  set par(leading: 0.55em)
  table(
    columns: columns.map(one => one.share * 1fr),
    stroke: (x, y) => (bottom: if y == 0 { 1pt + dark } else { 0.5pt + rgb("#d8dde0") }),
    inset: (x: 4pt, y: 6pt),
    align: left + top,
    table.header(..columns.map(one => text(weight: "bold", one.heading))),
    ..cells.map(row => row.enumerate().map(((at, one)) => {
      if columns.at(at).handwritten { text(font: doc.hand, style: "italic", size: 13pt, fill: blue, one) } else { [#one] }
    })).flatten(),
  )
}

#for (at, part) in doc.parts.enumerate() {
  // What notes are about stays on one page with them.
  let next = doc.parts.at(at + 1, default: none)
  let keeps = next != none and next.kind == "words" and next.look == "notes"
  if part.kind == "heading" { heading(level: part.level, part.text) }
  if part.kind == "words" { words(part.look, part.texts, keeps) }
  if part.kind == "letters" { letters(part.lines) }
  if part.kind == "banner" { banner(part.name, part.texts) }
  if part.kind == "table" { rows(part.columns, part.rows) }
}
#if doc.attachment != none {
  pdf.attach(
    doc.attachment.name, bytes(doc.attachment.text),
    mime-type: doc.attachment.type, description: doc.attachment.description, relationship: "data",
  )
}
`
