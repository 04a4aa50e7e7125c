//! Facts about English that the engine needs: small closed classes of words, irregular forms, signs of negation.

/// Words that carry grammar and no content.
const FUNCTION_WORDS: &str = "a an the this that these those it its i me my you your he she we us our they them their is are was were \
    be been being am do does did done have has had having can could will would shall should may might must of \
    in on at to from by for with about into onto over under between through as than then there here and or \
    but so if when while because since although though whereas however also too very just even yet again what \
    which who whom whose where why how not no nor never none nothing nobody without neither cannot n't some \
    any either other such one 1 get gets got getting go goes going come comes make makes made making let lets \
    say says said like well okay ok right yeah yes really actually basically simply maybe perhaps kind sort \
    thing things stuff lot something someone anything everything way ways etc thus hence therefore instead \
    rather called use used uses using want wants need needs needed whether per via within during upon unless \
    until that's";

/// Sounds that people make while they think: dropped before matching.
const FILLERS: &str = "um uh er erm hmm uhm mm mhm ah eh umm uhh";

/// Words that turn what follows into its opposite.
const NEGATORS: &str = "not no never nothing none nobody nor neither without cannot nowhere";

/// Phrases that reject what follows, up to the end of the clause.
pub(crate) const REJECTIONS: &[&[&str]] = &[
    &["instead", "of"],
    &["rather", "than"],
    &["as", "opposed", "to"],
    &["fail", "to"],
    &["fails", "to"],
    &["failed", "to"],
    &["far", "from"],
];

/// Phrases in which a negator negates nothing.
pub(crate) const IDLE_NEGATIONS: &[&[&str]] = &[
    &["not", "only"],
    &["not", "just"],
    &["not", "merely"],
    &["no", "matter"],
    &["no", "doubt"],
    &["no", "problem"],
    &["or", "not"],
    &["not", "sure"],
    &["why", "not"],
    &["not", "to", "mention"],
    &["nothing", "but"],
];

/// Words that open a new clause. A negation does not reach over them.
const CLAUSE_OPENERS: &str = "but whereas while because although though however since unless until so therefore thus hence which whereby meanwhile";

/// Words that open a condition: a negation inside a condition denies nothing.
const CONDITION_OPENERS: &str = "if when whenever unless until once whether where";

/// Words after which `and` or `or` opens a clause of its own.
const SUBJECT_WORDS: &str = "it the you they we i he she this that these those there a an then if when";

/// Irregular forms and what they are read as.
const IRREGULAR: &[(&str, &str)] = &[
    ("sent", "send"),
    ("kept", "keep"),
    ("wrote", "write"),
    ("written", "write"),
    ("lost", "lose"),
    ("ran", "run"),
    ("built", "build"),
    ("broke", "break"),
    ("broken", "break"),
    ("chose", "choose"),
    ("chosen", "choose"),
    ("took", "take"),
    ("taken", "take"),
    ("gave", "give"),
    ("given", "give"),
    ("held", "hold"),
    ("knew", "know"),
    ("known", "know"),
    ("found", "find"),
    ("told", "tell"),
    ("went", "go"),
    ("gone", "go"),
    ("bought", "buy"),
    ("brought", "bring"),
    ("caught", "catch"),
    ("came", "come"),
    ("fell", "fall"),
    ("fallen", "fall"),
    ("felt", "feel"),
    ("grew", "grow"),
    ("grown", "grow"),
    ("hid", "hide"),
    ("hidden", "hide"),
    ("laid", "lay"),
    ("led", "lead"),
    ("left", "leave"),
    ("meant", "mean"),
    ("met", "meet"),
    ("paid", "pay"),
    ("rose", "rise"),
    ("saw", "see"),
    ("seen", "see"),
    ("sold", "sell"),
    ("shown", "show"),
    ("slept", "sleep"),
    ("spent", "spend"),
    ("spoke", "speak"),
    ("stood", "stand"),
    ("stole", "steal"),
    ("stolen", "steal"),
    ("swept", "sweep"),
    ("thought", "think"),
    ("threw", "throw"),
    ("thrown", "throw"),
    ("understood", "understand"),
    ("woke", "wake"),
    ("won", "win"),
    ("bound", "bind"),
    ("began", "begin"),
    ("begun", "begin"),
    ("became", "become"),
    ("drew", "draw"),
    ("drove", "drive"),
    ("driven", "drive"),
    ("froze", "freeze"),
    ("frozen", "freeze"),
    ("forgot", "forget"),
    ("forgotten", "forget"),
    ("heard", "hear"),
    ("learnt", "learn"),
    ("dealt", "deal"),
    ("dropt", "drop"),
    ("indices", "index"),
    ("indexes", "index"),
    ("people", "person"),
    ("children", "child"),
    ("data", "data"),
    ("men", "man"),
    ("women", "woman"),
    ("vertices", "vertex"),
    ("matrices", "matrix"),
    ("criteria", "criterion"),
    ("better", "good"),
    ("best", "good"),
    ("worse", "bad"),
    ("worst", "bad"),
    ("dying", "die"),
    ("died", "die"),
    ("dies", "die"),
    ("lying", "lie"),
    ("tying", "tie"),
    ("slower", "slow"),
    ("faster", "fast"),
    ("quicker", "quick"),
    ("bigger", "big"),
    ("smaller", "small"),
    ("cheaper", "cheap"),
    ("newer", "new"),
    ("older", "old"),
    ("easier", "easy"),
    ("simpler", "simple"),
    ("larger", "large"),
    ("longer", "long"),
    ("shorter", "short"),
    ("closer", "close"),
    ("nearer", "near"),
    ("fastest", "fast"),
    ("slowest", "slow"),
    ("safer", "safe"),
    ("stricter", "strict"),
    ("looser", "loose"),
    ("higher", "high"),
    ("lower", "low"),
    ("behavior", "behaviour"),
    ("color", "colour"),
    ("favor", "favour"),
    ("center", "centre"),
    ("license", "licence"),
    ("defense", "defence"),
    ("catalog", "catalogue"),
    ("dialog", "dialogue"),
    ("analyze", "analyse"),
    ("gray", "grey"),
    ("labor", "labour"),
    ("neighbor", "neighbour"),
    ("honor", "honour"),
    ("canceled", "cancelled"),
    ("canceling", "cancelling"),
    ("modeling", "modelling"),
    ("labeled", "labelled"),
    ("fulfill", "fulfil"),
    ("program", "programme"),
];

/// Words that end in `ise` without being the British form of `ize`.
const ISE_WORDS: &str = "exercise otherwise precise raise promise noise advise surprise compromise enterprise revise \
    supervise concise likewise expertise premise rise wise arise devise disguise merchandise franchise improvise \
    comprise televise clockwise paradise cruise praise bruise poise turquoise treatise";

/// Number words and their digits.
const NUMBERS: &[(&str, &str)] = &[
    ("zero", "0"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("twenty", "20"),
    ("thirty", "30"),
    ("fifty", "50"),
    ("hundred", "100"),
    ("thousand", "1000"),
    ("twice", "2"),
];

/// Contractions that are written without their apostrophe, or that do not follow the rule.
const CONTRACTIONS: &[(&str, &[&str])] = &[
    ("won't", &["will", "not"]),
    ("can't", &["can", "not"]),
    ("shan't", &["shall", "not"]),
    ("cant", &["can", "not"]),
    ("cannot", &["can", "not"]),
    ("dont", &["do", "not"]),
    ("doesnt", &["does", "not"]),
    ("didnt", &["did", "not"]),
    ("isnt", &["is", "not"]),
    ("arent", &["are", "not"]),
    ("wasnt", &["was", "not"]),
    ("werent", &["were", "not"]),
    ("hasnt", &["has", "not"]),
    ("havent", &["have", "not"]),
    ("wouldnt", &["would", "not"]),
    ("couldnt", &["could", "not"]),
    ("shouldnt", &["should", "not"]),
    ("wont", &["will", "not"]),
    ("hadnt", &["had", "not"]),
    ("mustnt", &["must", "not"]),
    ("ain't", &["is", "not"]),
    ("gonna", &["going", "to"]),
    ("wanna", &["want", "to"]),
    ("gotta", &["got", "to"]),
    ("thats", &["that", "is"]),
    ("youre", &["you", "are"]),
    ("theyre", &["they", "are"]),
    ("ive", &["i", "have"]),
    ("lets", &["let", "us"]),
    ("im", &["i", "am"]),
];

/// Endings after an apostrophe and what they stand for.
const ENDINGS: &[(&str, &[&str])] =
    &[("s", &[]), ("re", &["are"]), ("ve", &["have"]), ("ll", &["will"]), ("d", &["would"]), ("m", &["am"])];

/// The language's closed classes as sets, built once per compiled rubric.
#[derive(Debug, Clone)]
pub(crate) struct Language {
    function: std::collections::HashSet<&'static str>,
    fillers: std::collections::HashSet<&'static str>,
    negators: std::collections::HashSet<&'static str>,
    openers: std::collections::HashSet<&'static str>,
    conditions: std::collections::HashSet<&'static str>,
    subjects: std::collections::HashSet<&'static str>,
    ise: std::collections::HashSet<&'static str>,
    irregular: std::collections::HashMap<&'static str, &'static str>,
    numbers: std::collections::HashMap<&'static str, &'static str>,
    contractions: std::collections::HashMap<&'static str, &'static [&'static str]>,
}

impl Language {
    /// English, the language of the rubrics.
    pub(crate) fn english() -> Self {
        let set = |words: &'static str| words.split_whitespace().collect();
        Self {
            function: set(FUNCTION_WORDS),
            fillers: set(FILLERS),
            negators: set(NEGATORS),
            openers: set(CLAUSE_OPENERS),
            conditions: set(CONDITION_OPENERS),
            subjects: set(SUBJECT_WORDS),
            ise: set(ISE_WORDS),
            irregular: IRREGULAR.iter().copied().collect(),
            numbers: NUMBERS.iter().copied().collect(),
            contractions: CONTRACTIONS.iter().copied().collect(),
        }
    }

    pub(crate) fn is_function(&self, word: &str) -> bool {
        self.function.contains(word)
    }

    pub(crate) fn is_filler(&self, word: &str) -> bool {
        self.fillers.contains(word)
    }

    pub(crate) fn is_negator(&self, word: &str) -> bool {
        self.negators.contains(word)
    }

    pub(crate) fn opens_clause(&self, word: &str) -> bool {
        self.openers.contains(word)
    }

    pub(crate) fn opens_condition(&self, word: &str) -> bool {
        self.conditions.contains(word)
    }

    pub(crate) fn is_subject(&self, word: &str) -> bool {
        self.subjects.contains(word)
    }

    /// Splits a contraction into the words it stands for; `None` if it is not one.
    pub(crate) fn expand(&self, word: &str) -> Option<Vec<String>> {
        if let Some(words) = self.contractions.get(word) {
            return Some(words.iter().map(|&w| w.to_owned()).collect());
        }
        let (head, tail) = word.split_once('\'')?;
        if tail == "t" && head.ends_with('n') {
            return Some(vec![head.trim_end_matches('n').to_owned(), "not".to_owned()]);
        }
        let (_, words) = ENDINGS.iter().find(|(ending, _)| *ending == tail)?;
        Some(std::iter::once(head).chain(words.iter().copied()).map(str::to_owned).collect())
    }

    /// Brings a word to one spelling: digits for numbers, base forms of irregular words, one of the two Englishes.
    pub(crate) fn spell(&self, word: &str) -> String {
        if let Some(digits) = self.numbers.get(word) {
            return (*digits).to_owned();
        }
        if let Some(base) = self.irregular.get(word) {
            return (*base).to_owned();
        }
        self.american(word).unwrap_or_else(|| word.to_owned())
    }

    /// `optimise`, `optimising`, `optimisation` as `optimize` and so on.
    fn american(&self, word: &str) -> Option<String> {
        for ending in ["ise", "ised", "ises", "iser", "isers", "ising", "isation", "isations"] {
            let Some(head) = word.strip_suffix(ending) else { continue };
            let base = format!("{head}ise");
            if head.len() < 3 || self.ise.contains(base.as_str()) {
                return None;
            }
            return Some(format!("{head}iz{}", &ending[2..]));
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_brought_to_one_spelling() {
        let english = Language::english();
        for (given, want) in [
            ("optimise", "optimize"),
            ("normalisation", "normalization"),
            ("exercise", "exercise"),
            ("sent", "send"),
            ("two", "2"),
            ("behavior", "behaviour"),
            ("serialised", "serialized"),
            ("promises", "promises"),
        ] {
            assert_eq!(english.spell(given), want);
        }
    }

    #[test]
    fn contractions_show_their_negation() {
        let english = Language::english();
        for (given, want) in [
            ("doesn't", vec!["does", "not"]),
            ("can't", vec!["can", "not"]),
            ("dont", vec!["do", "not"]),
            ("it's", vec!["it"]),
            ("they're", vec!["they", "are"]),
        ] {
            assert_eq!(english.expand(given), Some(want.into_iter().map(str::to_owned).collect()));
        }
        assert_eq!(english.expand("server"), None);
    }
}
