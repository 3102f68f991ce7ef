use super::*;
use crate::article::ProblemCode;

mod hostile;

/// What `html` comes to, written again, and the codes of its problems.
fn tidy(html: &str, base: Option<&str>) -> (String, Vec<ProblemCode>) {
    let base = base.map(|base| Url::parse(base).unwrap());
    let (blocks, problems) = read(html, base.as_ref());
    let written = write(&blocks);
    assert_eq!(read(&written, None).0, blocks, "not read as written: {written}");
    (written.replace(">\n<", "><"), problems.into_iter().map(|problem| problem.code).collect())
}

/// Cases of HTML that gives `expected` and no problem.
fn check(cases: &[(&str, &str)]) {
    for (html, expected) in cases {
        assert_eq!(tidy(html, None), ((*expected).to_owned(), Vec::new()), "{html}");
    }
}

#[test]
fn paragraphs_are_made_of_what_stands_alone() {
    check(&[
        ("", ""),
        (" \n <p> </p><p>&nbsp;</p><div><span> </span></div>", ""),
        ("one <i>two</i>\n three", "<p>one <em>two</em> three</p>"),
        ("<div>a<section>b</section>c</div>", "<p>a</p><p>b</p><p>c</p>"),
        ("a<p>b</p>c", "<p>a</p><p>b</p><p>c</p>"),
        ("a<br>b<br/> <br>c<br>", "<p>a<br>b</p><p>c</p>"),
        ("a<br>&nbsp;<br>b", "<p>a</p><p>b</p>"),
        ("<p>a</p><hr><p>b</p>", "<p>a</p><p>b</p>"),
        ("a&nbsp;b \u{200b}c", "<p>a\u{a0}b \u{200b}c</p>"),
        ("H<sub>2</sub>O<sup>1</sup> <del>x</del> <abbr title=y>z</abbr>", "<p>H2O1 x z</p>"),
        ("<q>so</q>", "<p>“so”</p>"),
        ("<!-- gone --><script>x</script><style>y</style><template>z</template><p>a</p>", "<p>a</p>"),
        (
            "<form><label>Name</label><input value=1><button>Go</button><select><option>x</select></form>",
            "<p>Name</p>",
        ),
        ("<!DOCTYPE html><html><head><title>T</title></head><body><p>a</p></body></html>", "<p>a</p>"),
        ("\u{1}a\u{7f}b", "<p>ab</p>"),
    ]);
}

#[test]
fn spans_are_nested_and_merged() {
    check(&[
        ("<b>a</b><strong>b</strong>", "<p><strong>ab</strong></p>"),
        ("<b>a <b>b</b></b> c", "<p><strong>a b</strong> c</p>"),
        ("<b> </b><i></i>a<b> </b>b", "<p>a b</p>"),
        ("<b>a</b> <b>b</b>", "<p><strong>a</strong> <strong>b</strong></p>"),
        ("<b>a<i> b</i></b>", "<p><strong>a<em> b</em></strong></p>"),
        ("<code>a <em>b</em></code>", "<p><code>a </code><em><code>b</code></em></p>"),
        ("<tt>x</tt><kbd>y</kbd>", "<p><code>xy</code></p>"),
        ("<b><p>a</p><p>b</p></b>", "<p><strong>a</strong></p><p><strong>b</strong></p>"),
        ("<b>a<br>b</b>", "<p><strong>a<br>b</strong></p>"),
        (
            "<code><a href=https://example.org/x>f</a></code>",
            "<p><a href=\"https://example.org/x\"><code>f</code></a></p>",
        ),
    ]);
}

#[test]
fn headings_lists_and_quotations() {
    check(&[
        ("<h1>a</h1><h2>b</h2><h6>c</h6><h3> </h3>", "<h2>a</h2><h2>b</h2><h6>c</h6>"),
        ("<ul><li>a<li><p>b</p><p>c</p><li></ul>", "<ul><li>a</li><li><p>b</p><p>c</p></li></ul>"),
        ("<ol start=3><li>a</ol><ol><li>b</ol>", "<ol start=\"3\"><li>a</li></ol><ol><li>b</li></ol>"),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("<ul>x<li>a</ul><ul> </ul>", "<ul><li>x</li><li>a</li></ul>"),
        (
            "<dl><dt>t<dd>d<dd>e<dt>u</dl>",
            "<ul><li><p><strong>t</strong></p><p>d</p><p>e</p></li><li><strong>u</strong></li></ul>",
        ),
        (
            "<blockquote>a<footer>— <cite>B</cite></footer></blockquote>",
            "<blockquote><p>a</p><footer>B</footer></blockquote>",
        ),
        (
            "<blockquote><p>a</p><cite>B</cite></blockquote>",
            "<blockquote><p>a</p><footer>B</footer></blockquote>",
        ),
        (
            "<blockquote><p>in <cite>B</cite></p></blockquote>",
            "<blockquote><p>in <em>B</em></p></blockquote>",
        ),
        (
            "<blockquote><footer>B</footer></blockquote><blockquote></blockquote>",
            "<blockquote><p>B</p></blockquote>",
        ),
        (
            "<figure><blockquote>a</blockquote><figcaption>B</figcaption></figure>",
            "<blockquote><p>a</p><footer>B</footer></blockquote>",
        ),
    ]);
}

#[test]
fn pictures_keep_their_captions() {
    check(&[
        (
            "a<img src=p/x.png alt='An  x'>b",
            "<p>a</p><figure><img src=\"p/x.png\" alt=\"An x\"></figure><p>b</p>",
        ),
        (
            "<figure><a href=https://example.org/><img src=x.png width=640 height=480px></a><figcaption>C <small>D</small></figcaption></figure>",
            "<figure><img src=\"x.png\" alt=\"\" width=\"640\" height=\"480\"><figcaption>C <small>D</small></figcaption></figure>",
        ),
        (
            "<figure><picture><source srcset=y.webp><img src=x.png></picture><p class=photo-credit>D</p></figure>",
            "<figure><img src=\"x.png\" alt=\"\"><figcaption> <small>D</small></figcaption></figure>",
        ),
        ("<p>a<figure><figcaption>C</figcaption></figure></p>", "<p>a</p><p>C</p>"),
        ("<img src=x.png width=1 height=1>", ""),
        ("ok <img class=emoji alt=🙂 src=https://example.org/1.png>", "<p>ok 🙂</p>"),
        ("<img data-src=late.png src=''>", "<figure><img src=\"late.png\" alt=\"\"></figure>"),
    ]);
}

#[test]
fn tables_code_and_embeds() {
    check(&[
        (
            "<table><caption>C</caption><tr><th>a<th>b<tr><td colspan=2>c<tr><td><td></table>",
            "<table><caption>C</caption><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td></td></tr></tbody></table>",
        ),
        (
            "<table><tbody><tr><td rowspan=2>a<td>b<tr><td>c</tbody><tfoot><tr><td>d</tfoot></table>",
            "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td></td><td>c</td></tr><tr><td>d</td></tr></tbody></table>",
        ),
        (
            "<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>",
            "<table><tbody><tr><td>a<br>b</td><td>c</td></tr></tbody></table>",
        ),
        ("<table><tr><td><p>a</p><p>b</p></td></tr></table>", "<p>a</p><p>b</p>"),
        ("<pre>\n\n  a\n   b  \n\n</pre><pre> </pre>", "<pre><code>  a\n   b</code></pre>"),
        (
            "<pre><code class='hl language-rust'>fn <b>f</b>&lt;T&gt;()</code></pre>",
            "<pre><code class=\"language-rust\">fn f&lt;T&gt;()</code></pre>",
        ),
        (
            "<iframe src=//example.org/v title='A film'></iframe><audio><source src=https://example.org/a.mp3>x</audio>",
            "<iframe src=\"https://example.org/v\" title=\"A film\"></iframe><iframe src=\"https://example.org/a.mp3\"></iframe>",
        ),
        (
            "<iframe src=https://example.org/v />after",
            "<iframe src=\"https://example.org/v\"></iframe><p>after</p>",
        ),
    ]);
}
