//! Names with a capital letter inside. A list, the usual prefixes, and what the article itself shows to be a name.

use std::collections::{HashMap, HashSet};

const NAMES: &str = "\
    iPhone iPad iPod iMac iOS iCloud iTunes iRobot eBay eSIM eBook macOS iPadOS watchOS tvOS mRNA tRNA siRNA \
    kWh MWh GWh TWh PhD LaTeX BibTeX YouTube LinkedIn PayPal TikTok WhatsApp WeChat SnapChat FaceTime \
    FaceBook AirBnB AirBNB DoorDash GitHub GitLab BitBucket BitTorrent BitCoin DeepMind DeepSeek DeepL \
    OpenAI ChatGPT OpenStreetMap OpenSSL OpenOffice LibreOffice JavaScript TypeScript CoffeeScript \
    PostgreSQL MySQL NoSQL GraphQL SQLite DevOps MacBook MacOS AirPods AirPlay AirTag CarPlay PlayStation \
    GameBoy GameStop PowerPoint PowerShell OneDrive OneNote OnePlus SharePoint DropBox WordPress SoundCloud \
    SpaceX StarCraft WarCraft MineCraft AlphaGo AlphaFold AlphaStar MasterCard FedEx DuPont SoftBank \
    ByteDance BuzzFeed HuffPost YouGov AstraZeneca BioNTech GlaxoSmithKline ExxonMobil ConocoPhillips \
    TotalEnergies JPMorgan PricewaterhouseCoopers HarperCollins PetroChina BlackRock BlackBerry ThyssenKrupp \
    DreamWorks LucasFilm PewDiePie MrBeast CrowdStrike SolarWinds StackOverflow ProtonMail QuickTime VMware \
    VirtualBox HarmonyOS HyperOS SteamOS AutoCAD MicroSD CoV USAid USAToday HTMLElement XMLHttp WebAssembly \
    WebKit WebGL WikiLeaks MediaWiki RuTube YotaPhone SuperJet SberBank RosNeft RosAtom UralVagonZavod AfD \
    BfV BfArM GmbH MdB MdL EuroNews EuroMaidan BelTA UkrInform KazMunayGas KazTransOil NordStream TurkStream \
    deGrasse diCaprio vanGogh ЯндексТакси СберБанк СберМаркет РосАтом РосНефть УкрИнформ ЕвроНьюс ЮТуб \
    ВКонтакте ТикТок ВкусВилл МегаФон БелТА КамАЗ АвтоВАЗ МиГ РусГидро ИнтерРАО ЛизаАлерт \
    МакДоналдс PaineWebber BankAmerica NatWest SmithKline BellSouth USAir SpA ScanJet ServiceWorker \
    MicroOLED AgileBits TransAmerica";

/// In front of a capital they are part of a surname or place.
const PREFIXES: &str = "\
    Mc Mac De Le La Di Du Da Del Della Van Von Vander Fitz San Мак Фиц Де Ла Ле Μακ";

/// The names with capitals inside that an article shows: in its headline or tags, or twice in its body.
#[derive(Debug, Default)]
pub(in crate::import::crawl) struct Names<'a>(HashSet<&'a str>);

impl<'a> Names<'a> {
    /// `context` is headline, tags and the like; `body` the lines to split.
    pub(in crate::import::crawl) fn new(
        context: impl IntoIterator<Item = &'a str>,
        body: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let mut count: HashMap<&str, usize> = HashMap::new();
        context.into_iter().flat_map(camels).for_each(|word| *count.entry(word).or_default() += 2);
        body.into_iter().flat_map(camels).for_each(|word| *count.entry(word).or_default() += 1);
        Self(count.into_iter().filter(|(_, times)| *times > 1).map(|(word, _)| word).collect())
    }

    /// Whether the capital at byte `at` of `word` stands inside a name.
    pub(super) fn hold(&self, word: &str, at: usize) -> bool {
        let (left, right) = word.split_at(at);
        let prefixed = PREFIXES.split(' ').any(|prefix| prefix == left)
            && right.chars().nth(1).is_some_and(char::is_lowercase);
        prefixed || self.0.contains(word) || NAMES.split(' ').any(|name| covers(word, name, at))
    }
}

/// Whether `name` stands in `word` around byte `at`, at the start of the word or behind a seam.
fn covers(word: &str, name: &str, at: usize) -> bool {
    word.match_indices(name).any(|(from, _)| {
        let fresh = from == 0 || name.starts_with(char::is_uppercase);
        fresh && from < at && at < from + name.len()
    })
}

/// Whether `token` begins with a name whose first letter is small: it can begin a sentence.
pub(super) fn opens_with_small_name(token: &str) -> bool {
    NAMES.split(' ').any(|name| name.starts_with(char::is_lowercase) && token.starts_with(name))
}

/// Words with a capital behind a small letter, or a small letter behind two capitals.
fn camels(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| {
        let mut chars = word.chars();
        let mut last = chars.next().unwrap_or(' ');
        let mut capitals = usize::from(last.is_uppercase());
        chars.any(|c| {
            let seam = (last.is_lowercase() && c.is_uppercase()) || (capitals > 2 && c.is_lowercase());
            capitals = if c.is_uppercase() { capitals + 1 } else { 0 };
            last = c;
            seam
        })
    })
}
