/// What the sales company sells: categories, and the words that product names and descriptions are made of.
enum Assortment {
  struct Category {
    let name: String
    /// Index of the category above, nil at the top.
    let parent: Int?
    let articles: [String]
    /// The usual range of the standard cost, in cents.
    let cost: ClosedRange<Int>
  }

  static let categories: [Category] = [
    top("Kitchen & Table"), top("Garden"), top("Workshop"), top("Office & Paper"), top("Travel"), top("Music"),
    leaf("Cookware", 0, 900...18_000, ["Saucepan", "Crêpe Pan", "Stockpot", "Wok", "Roasting Tin", "Fondue Set"]),
    leaf("Tableware", 0, 200...6_500, ["Soup Bowl", "Dinner Plate", "Teapot", "Butter Dish", "Egg Cup", "Carafe"]),
    leaf("Coffee & Tea", 0, 500...42_000, ["Moka Pot", "Kettle", "Hand Grinder", "Samovar", "Café au Lait Bowl"]),
    leaf("Hand Tools for Beds", 1, 700...5_400, ["Trowel", "Hoe", "Secateurs", "Dibber", "Leaf Rake", "Spade"]),
    leaf("Pots & Planters", 1, 300...15_000, ["Window Box", "Plant Pot", "Hanging Basket", "Trough", "Saucer"]),
    leaf("Watering", 1, 400...9_900, ["Watering Can", "Rain Gauge", "Hose Reel", "Sprinkler", "Water Butt"]),
    leaf("Measuring", 2, 250...22_000, ["Spirit Level", "Folding Rule", "Calliper", "Plumb Bob", "Tape Measure"]),
    leaf("Joinery", 2, 800...31_000, ["Block Plane", "Dovetail Saw", "Mortise Chisel", "Bench Vice", "Mallet"]),
    leaf("Fixings", 2, 5...1_900, ["Wood Screw Box", "Hinge Pair", "Picture Hook", "Wall Plug Set", "Coat Peg"]),
    leaf("Writing", 3, 90...28_000, ["Fountain Pen", "Pencil Tin", "Ink Bottle", "Chalk Box", "Letter Opener"]),
    leaf("Paper & Binding", 3, 60...4_800, ["Notebook", "Ledger", "Envelope Pack", "Ring Binder", "Blotting Pad"]),
    leaf("Desk Light", 3, 1_500...24_500, ["Desk Lamp", "Clip Lamp", "Reading Light", "Globe"]),
    leaf("Luggage", 4, 2_500...54_000, ["Suitcase", "Rucksack", "Hat Box", "Hold-all", "Trunk"]),
    leaf("Camping", 4, 900...61_000, ["Two-Person Tent", "Camp Stove", "Sleeping Mat", "Lantern", "Hammock"]),
    leaf("Maps & Compasses", 4, 300...12_000, ["Wall Map", "Compass", "Map Case", "Sundial"]),
    leaf("Strings & Winds", 5, 4_000...189_000, ["Ukulele", "Tin Whistle", "Violin Case", "Recorder", "Zither"]),
    leaf("Percussion", 5, 1_200...99_000, ["Tambourine", "Bongo Pair", "Triangle", "Glockenspiel", "Cajón"]),
    leaf("Stands & Stools", 5, 1_900...21_000, ["Music Stand", "Piano Stool", "Metronome", "Tuning Fork"]),
  ]

  /// The categories that hold products.
  static let leaves: [Int] = categories.indices.filter { categories[$0].parent != nil }

  static let finishes = [
    "Ash", "Beech", "Brass", "Cast-Iron", "Cherry", "Copper", "Cork", "Crème", "Enamel", "Felt", "Glass", "Granite",
    "Linen", "Maple", "Nickel", "Oak", "Porcelain", "Slate", "Steel", "Walnut",
  ]

  static let series = [
    "Alba", "Brisk", "Corvo", "Dörte", "Esker", "Fjell", "Grön", "Hebe", "Iona", "Juno", "Kön", "Liv",
  ]

  static let units = ["piece", "pair", "set", "box", "m"]

  static let sentences = [
    "Made to be repaired: every part can be had singly.",
    "Dries quickly; don't put it into the dishwasher.",
    "Weighs less than it looks, and looks better after ten years.",
    "Für drinnen und draußen – auch bei Frost.",
    "Livré avec une notice en français, à lire « avant » l'usage.",
    "Κατάλληλο για καθημερινή χρήση.",
    "Зроблено вручну, тому кожен виріб трохи інший.",
    "手工制作，每一件都略有不同。",
    "すべての部品は交換できます。",
    "Packed in recycled cardboard ♻ without tape. 🌱",
    "Dimensions: 30 × 20 × 12 cm; tolerance ±2 %.",
    "Says \"no\" to plastic; path C:\\care\\leaflet.txt on the enclosed card.",
    "Goes well with a strong tea. ☕",
    "100 % of it is 100% recyclable & safe.",
  ]

  static let remarks = [
    "gift wrap 🎁", "leave at the neighbour's", "zweite Wahl", "à livrer le matin", "no substitute, please", "急ぎ",
    " two blanks around ",
  ]

  private static func top(_ name: String) -> Category {
    Category(name: name, parent: nil, articles: [], cost: 0...0)
  }

  private static func leaf(_ name: String, _ parent: Int, _ cost: ClosedRange<Int>, _ articles: [String]) -> Category {
    Category(name: name, parent: parent, articles: articles, cost: cost)
  }
}
