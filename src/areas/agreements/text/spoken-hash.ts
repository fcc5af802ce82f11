// A hash that can be read out (SPEC 4.2): sixteen groups of four, and one plain word for each of its 32 bytes, so that two people on
// the telephone can hear whether they hold the same text. The list is never changed: another one would be another language.

/** '3f2a 91bc …': hex in groups of four letters, so many groups to a line. */
export function groupedHash(hash: string, groups = 4): readonly string[] {
  const fours = hash.match(/.{1,4}/g) ?? []
  return inLines(fours, groups)
}

/** A word for each byte of a hash in hex, so many to a line: 'acorn river …'. */
export function spokenHash(hash: string, perLine = 4): readonly string[] {
  const bytes = hash.match(/[0-9a-f]{2}/g) ?? []
  return inLines(
    bytes.map((byte) => words[Number.parseInt(byte, 16)] ?? ''),
    perLine,
  )
}

const inLines = (parts: readonly string[], most: number): readonly string[] =>
  parts.flatMap((_, at) => (at % most === 0 ? [parts.slice(at, at + most).join(' ')] : []))

/** 256 words that no two begin with the same four letters; the place of a word is its byte. */
export const words: readonly string[] = `
acorn actor agate album almond amber anchor angle apple april arbor arrow aspen atlas autumn badge
baker bamboo banner barley basil basket beacon beaver berry birch biscuit blanket blossom bonnet bottle bracket
branch bread breeze bridge bright bronze brush bubble bucket buffalo bugle butter cabin cactus camel candle
canoe canvas carbon cargo carpet carrot castle cedar cellar cement cherry chestnut chimney cinema circle citrus
clarinet clover cobalt cocoa coffee comet compass copper coral corner cotton cousin cradle crayon cricket crystal
cushion cymbal daisy dancer dapple delta denim desert diamond dolphin domino donkey dragon drawer drum eagle
early earth easel echo eleven elm ember emerald engine evening fabric falcon family farmer feather fennel
fiddle figure filter finch flannel flute forest fossil fountain foxglove freckle friday frost galaxy garden garlic
gate ginger giraffe glacier globe golden goose grape gravel guitar hammer hamper harbour harvest hazel heather
hedge helmet heron hickory hollow honey horizon hotel hunter igloo indigo island ivory jacket jasmine jigsaw
jockey journey jungle kayak kernel kettle kingdom kitchen kitten koala ladder lagoon lantern laurel lavender lemon
lettuce lilac lime linen lizard lobster locket lunch lupin magnet mango maple marble meadow melon mirror
monday mosaic mountain muffin mustard napkin nectar needle nickel nimble november number nutmeg oasis oatmeal ocean
octave olive onion opal orbit orchard otter oyster paddle panda paper parcel parsley peach pebble pencil
pepper piano pigeon pillow planet plum pocket pony poplar potato pumpkin puzzle quarry quilt rabbit radish
ribbon river robin saddle salmon satin silver spruce thistle tulip velvet violet walnut willow winter zebra
`
  .trim()
  .split(/\s+/)
