use super::*;

#[test]
fn what_could_harm_is_left_out_and_said() {
    use ProblemCode::{Simplified, UnsafeAddress};
    for (html, base, expected, codes) in [
        ("<a href=javascript:alert(1)>x</a>", None, "<p>x</p>", vec![UnsafeAddress]),
        ("<a href='#fn'>x</a>", None, "<p>x</p>", vec![Simplified]),
        (
            "<a href='#fn'>x</a>",
            Some("https://example.org/a"),
            "<p><a href=\"https://example.org/a#fn\">x</a></p>",
            vec![],
        ),
        (
            "<a href=b>x</a><a href=b></a>",
            Some("https://example.org/a"),
            "<p><a href=\"https://example.org/b\">x</a></p>",
            vec![],
        ),
        ("<img src=data:image/gif;base64,R0 alt=y onerror=x>", None, "<p>y</p>", vec![UnsafeAddress]),
        ("<img src=../x.png>", None, "", vec![Simplified]),
        ("<iframe src=file:///etc/passwd></iframe>", None, "", vec![UnsafeAddress]),
        (
            "<h2>a<img src=x.png></h2>",
            None,
            "<h2>a</h2><figure><img src=\"x.png\" alt=\"\"></figure>",
            vec![Simplified],
        ),
        ("<svg><script>x</script><a href=javascript:x>y</a></svg>z", None, "<p>z</p>", vec![]),
        ("<p onclick=x style=y>z</p>", None, "<p>z</p>", vec![]),
    ] {
        assert_eq!(tidy(html, base), (expected.to_owned(), codes), "{html}");
    }
}

#[test]
fn text_that_looks_like_a_tag_is_text() {
    for (html, expected) in [
        ("see <https://example.org/A>.", "<p>see &lt;https://example.org/A&gt;.</p>"),
        ("<tt><Location></tt> blocks", "<p><code>&lt;Location&gt;</code> blocks</p>"),
        ("a <type of person>, </Foo>", "<p>a &lt;type of person&gt;, &lt;/Foo&gt;</p>"),
        (
            "<desk@example.org> <title>T</title>",
            "<p>&lt;desk@example.org&gt; &lt;title&gt;T&lt;/title&gt;</p>",
        ),
        ("<your-name> here", "<p>&lt;your-name&gt; here</p>"),
    ] {
        let (found, codes) = tidy(html, None);
        assert_eq!(found, expected, "{html}");
        assert!(!codes.is_empty() && codes.iter().all(|code| *code == ProblemCode::Simplified));
    }
    check(&[
        ("if a <b and c", "<p>if a &lt;b and c</p>"),
        ("1 < 2 <3", "<p>1 &lt; 2 &lt;3</p>"),
        ("a <!-- never closed", "<p>a &lt;!-- never closed</p>"),
        ("<o:p></o:p><my-box><p>a</p></my-box>", "<p>a</p>"),
    ]);
}

#[test]
fn depth_is_bounded() {
    let (blocks, problems) = read(&format!("{}deep", "<div>".repeat(100_000)), None);
    assert_eq!(write(&blocks), "<p>deep</p>");
    assert_eq!(problems.len(), 1);
    for unit in [
        "<ul><li>",
        "<blockquote>",
        "<b>",
        "<table><tr><td>",
        "<i><p>",
        "<a href=x>",
        "<figure>",
        "<dl><dd>",
        "<svg>",
        "<p>",
        "<span a=\"",
    ] {
        let (blocks, _) = read(&format!("{}deep", unit.repeat(5_000)), None);
        let json = serde_json::to_string(&blocks).unwrap();
        assert_eq!(
            crate::article::from_json::<Vec<Block>>(&crate::article::json::parse(&json).unwrap()).unwrap(),
            blocks,
            "{unit}"
        );
    }
}

#[test]
fn the_number_of_elements_is_bounded() {
    let html = format!("{}<p>the <em>end</em></p>", "<br>".repeat(source::MAX_ELEMENTS));
    let (blocks, problems) = read(&html, None);
    assert_eq!(write(&blocks), "<p>the end</p>");
    assert!(
        problems.iter().any(|problem| problem.message.contains("more than 300000 elements")),
        "{problems:?}"
    );
    let (blocks, problems) = read("<p>the <em>end</em></p>", None);
    assert_eq!((write(&blocks).as_str(), problems.len()), ("<p>the <em>end</em></p>", 0));
}
