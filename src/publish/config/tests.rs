use super::*;

fn error(text: &str) -> String {
    Config::parse("site/backissue.toml", text).unwrap_err().to_string()
}

#[test]
fn nothing_is_needed() {
    assert_eq!(Config::parse("a", "").unwrap(), Config::default());
}

#[test]
fn every_key_is_read() {
    let text = r##"
        title = "Wire"
        description = "News"
        language = "pt_br"
        base_url = "https://example.org/a/b"
        accent = "#9b1c31"
        accent_dark = "#F88"
        logo = "art/logo.svg"
        rights = "CC BY"
        text_owner = "site"
        about = """
        We keep
        old news."""

        [[menu]]
        name = "About"
        url = "/about/"

        [[menu]]
        name = "Home"
        url = "https://example.org"

        [tags.aliases]
        "covid 19" = "covid-19"
    "##;
    let config = Config::parse("a", text).unwrap();
    assert_eq!(config.language.as_ref().map(Language::as_str), Some("pt-BR"));
    assert_eq!(config.base_path(), Some("/a/b/"));
    assert_eq!(config.absolute("/tag/ü/").as_deref(), Some("https://example.org/a/b/tag/%C3%BC/"));
    assert_eq!(config.absolute("").as_deref(), Some("https://example.org/a/b/"));
    assert_eq!(config.text_owner, Owner::Site);
    assert_eq!(config.menu[1].url, "https://example.org");
    assert_eq!(config.accent_dark.unwrap().as_str(), "#F88");
}

#[test]
fn what_is_wrong_is_named_with_its_place() {
    for (text, start, allowed) in [
        ("title = 1", "site/backissue.toml:1:9: `title`: invalid type: integer", "string"),
        ("\ntitel = \"x\"", "site/backissue.toml:2:1: `titel`: unknown field", "`title`, `description`"),
        ("base_url = \"example.org\"", "site/backissue.toml:1:12: `base_url`: 'example.org'", "https://"),
        ("base_url = \"ftp://example.org\"", "site/backissue.toml:1:12: `base_url`", "https://"),
        ("base_url = \"https://example.org/?a\"", "site/backissue.toml:1:12: `base_url`", "https://"),
        ("accent = \"red\"", "site/backissue.toml:1:10: `accent`: 'red'", "#9b1c31"),
        ("accent_dark = \"#12345\"", "site/backissue.toml:1:15: `accent_dark`", "#9b1c31"),
        ("text_owner = \"me\"", "site/backissue.toml:1:14: `text_owner`", "`publisher` or `site`"),
        ("logo = \"../a.png\"", "site/backissue.toml:1:8: `logo`", "beside"),
        ("language = \"english\"", "site/backissue.toml:1:12: `language`", "pt-BR"),
        ("[[menu]]\nname = \"a\"\nurl = \"b\"", "site/backissue.toml:3:7: `menu.url`: 'b'", "/about/"),
        ("[[menu]]\nname = \"a\"\nurl = \"/\"\nicon = 1", "site/backissue.toml:4:1: `menu.icon`", "`name`"),
        ("[[menu]]\nname = \"a\"", "site/backissue.toml:1:1: `menu`: missing field `url`", ""),
        ("menu = [{ name = 3, url = \"/\" }]", "site/backissue.toml:1:18: `menu.name`", "string"),
        ("[tags]\nalias = 1", "site/backissue.toml:2:1: `tags.alias`: unknown field", "`aliases`"),
        ("[tags.aliases]\na = 1", "site/backissue.toml:2:5: `tags.aliases.a`: invalid type", "string"),
        ("[tags.aliases]\na = \"\"", "site/backissue.toml:2:5: `tags.aliases.a`: 'a' is, or leads to", ""),
        (
            "[tags.aliases]\na = \"c\"\n\"b\" = \"A\"",
            "site/backissue.toml:3:7: `tags.aliases.b`: 'b' leads to 'A'",
            "leads on to 'c'",
        ),
        ("title = \"a", "site/backissue.toml:1:", "not TOML"),
        ("title = \"a\"\ntitle = \"b\"", "site/backissue.toml:2:1: this is not TOML: duplicate", ""),
    ] {
        let said = error(text);
        assert!(said.starts_with(start) && said.contains(allowed) && !said.contains('\n'), "{text}: {said}");
    }
}
