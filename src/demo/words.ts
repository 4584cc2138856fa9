/** The words that names are composed from. No composed name is meant to be that of a real company or person. */
const split = (words: string): readonly string[] => words.trim().split(/\s+/);

export const nameStarts = split(`
  Copper Amber Birch Bramble Cedar Cinder Clover Cobalt Coral Crag Dapple Drift Elder Ember Fallow Fen Fern Flint
  Frost Garnet Gorse Hazel Heather Hollow Indigo Ivory Juniper Kelp Larch Lichen Linden Loam Maple Marl Marsh Meadow
  Mistle Moss Nettle Oak Ochre Opal Osier Pebble Pine Quill Reed Rowan Russet Saffron Sedge Shale Slate Sorrel
  Spruce Tansy Teal Thistle Thorn Tide Umber Walnut Willow Yarrow`);

export const nameEndings = split(`
  finch wren heron marten otter badger lynx plover curlew osprey falcon kestrel petrel thrush swift gannet gate
  bridge harbour ridge quay mill forge loom lantern anchor beacon compass keel rudder spindle anvil bellow chisel
  lathe trowel ledger beam arch spire vale brook ford cove dale field glade grove haven holt hurst knoll lea mere
  moor pike reach rill strand tarn weir wick yard`);

/** What the company does, where the specification has no words for it. */
export const trades = split(`
  Systems Analytics Logistics Partners Works Services Solutions Group Industries Consulting Digital Labs Supply
  Trading Foods Energy Media Health Finance Design`);

export const legalForms = split('Inc. Ltd LLC GmbH B.V. S.A. AB ApS S.r.l. plc Pty');

export const places = split(`
  Northmoor Eastbrook Southwick Westholt Highmere Lowfield Longford Stonebridge Oldhaven Newcove Greenhurst Whitecliff
  Blackwater Redhill Fairview Kingsley Queensholt Abbotsford Millbrook Ashford Elmstead Oakhurst Pinewood Larkfield
  Swanmere Foxhollow Harefield Deerpark Ravensworth Falconbridge Heronsgate Ottermouth`);

export const handleWords = split(`
  sunny misty velvet lunar coral mint ruby honey pepper cosy breezy dotty peachy sandy snowy stormy rosy foggy
  mango lemon plum berry cherry apricot walnut poppy daisy tulip iris clover sparrow robin wren otter panda koala
  comet star cloud river meadow pebble pixel biscuit waffle noodle muffin pickle teapot button ribbon lantern`);
