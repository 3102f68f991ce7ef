use super::*;

fn text(markdown: &str) -> String {
    reduce(markdown).text
}

#[test]
fn links_and_pictures_keep_their_targets() {
    assert_eq!(text("[a]({{< ref \"/b.md\" >}} \"T\")"), "[a](/b.md \"T\")");
    assert_eq!(text("[a]({{ \"/b/\" | url }})"), "[a](/b/)");
    assert_eq!(text("{% image \"a/b.jpg\" \"A big one\" %}"), "<img src=\"a/b.jpg\" alt=\"A big one\">");
    assert_eq!(
        text("{{< figure src=\"a.png\" caption=\"C\" attr=\"Ann\" >}}"),
        "<figure><img src=\"a.png\" alt=\"\"><figcaption>C <small>Ann</small></figcaption></figure>"
    );
    assert_eq!(text("{{< asset file=\"a.pdf\" label=\"Slides\" >}}"), "<a href=\"a.pdf\">Slides</a>");
    assert!(text("{{< youtube id=\"x1\" title=\"T\" >}}").contains("watch?v=x1"));
}

#[test]
fn text_right_below_a_picture_is_still_markdown() {
    let image = "<img src=\"a.jpg\" alt=\"A b\">\n";
    for (below, expected) in [
        ("*Said*\n", "\n*Said*\n"),
        ("\n*Said*\n", "\n*Said*\n"),
        ("<p>a</p>\n", "<p>a</p>\n"),
        ("    a\n", "    a\n"),
    ] {
        assert_eq!(text(&format!("{{% image \"a.jpg\" \"A b\" %}}\n{below}")), format!("{image}{expected}"));
    }
}

#[test]
fn what_stands_between_tags_is_kept() {
    assert_eq!(text("{{< note >}}Mind **this**.{{< /note >}}\n"), "Mind **this**.\n");
    assert_eq!(text("a{% comment %}b\nc{% endcomment %}d"), "ad");
    assert_eq!(text("{% highlight rust %}\nlet a;\n{% endhighlight %}\n"), "\n```rust\n\nlet a;\n\n```\n\n");
    assert_eq!(text("b {% raw %}{{ a }}{% endraw %}\n"), "b {{ a }}\n");
}

#[test]
fn values_that_are_not_here_leave_no_ruins() {
    assert_eq!(
        text("Files:\n\n* <{{ release.url }}>\n  SHA1: {{ release.sha1 }}\n\nEnd\n"),
        "Files:\n\n\nEnd\n"
    );
    let reduced = reduce("In {{ site.title }}, {{ site.title }}.");
    assert_eq!((reduced.text.as_str(), reduced.calls.len()), ("In , .", 1));
    assert_eq!(reduced.calls["{{ site.title }}"], 2);
}

#[test]
fn code_is_left_alone() {
    for code in ["```\n{{ a }}\n{% b %}\n```\n", "Say `{{ a }}` here\n", "~~~~\n{{< a >}}\n~~~\n~~~~\n"] {
        assert_eq!(text(code), code);
    }
    assert_eq!(text("```\n{% raw %}\n{{ a }}\n{% endraw %}\n```\n"), "```\n{{ a }}\n```\n");
}

#[test]
fn broken_calls_stay_as_they_are() {
    for broken in ["a {{ b", "{% a\n\n", "{{< x\n", "}} %}", "{{<>}}", "{%%}", "{{}}"] {
        let _ = text(broken);
    }
    assert_eq!(text("a {{ b"), "a {{ b");
}
