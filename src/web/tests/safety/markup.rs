//! Reading pages: just enough of HTML for what a test wants to know.

/// The value of an attribute of a tag, with its entities resolved.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let from = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    let value = tag[from..].split('"').next()?;
    Some(unescaped(value))
}

/// Text with its entities resolved.
pub(crate) fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

/// The opening tags of an element. No attribute of ours holds a bare `>`.
fn tags<'a>(html: &'a str, element: &str) -> Vec<&'a str> {
    let open = format!("<{element} ");
    let pieces = html.split(open.as_str()).skip(1);
    let starts = pieces.map(|piece| piece.as_ptr() as usize - html.as_ptr() as usize - 1);
    starts.map(|start| html[start..].split('>').next().unwrap_or_default()).collect()
}

/// The value of an input, or nothing where there is none of this name.
pub(crate) fn input(html: &str, name: &str) -> Option<String> {
    let found = tags(html, "input").into_iter();
    let mut named = found.filter(|tag| attribute(tag, "name").as_deref() == Some(name));
    named.next().map(|tag| attribute(tag, "value").unwrap_or_default())
}

/// What stands in a textarea, without the line break that browsers eat.
pub(crate) fn text_area(html: &str, name: &str) -> Option<String> {
    let from = html.find(&format!("name=\"{name}\""))?;
    let inside = html[from..].split_once('>')?.1.split("</textarea>").next()?;
    Some(unescaped(inside.strip_prefix('\n').unwrap_or(inside)))
}

/// Whether a radio button or a box with this value is ticked.
pub(crate) fn is_ticked(html: &str, name: &str, value: &str) -> bool {
    tags(html, "input").into_iter().any(|tag| {
        attribute(tag, "name").as_deref() == Some(name)
            && attribute(tag, "value").as_deref() == Some(value)
            && tag.split_whitespace().any(|word| word.starts_with("checked"))
    })
}

/// The addresses of links.
pub(crate) fn links(html: &str) -> Vec<String> {
    let found = tags(html, "a").into_iter();
    found.filter_map(|tag| attribute(tag, "href")).collect()
}

/// Whether twelve digits stand in a text as a tracking code, spaced or not, and not inside a longer word.
pub(crate) fn holds_code(text: &str, code: &str) -> bool {
    let spaced = format!("{} {} {}", &code[..4], &code[4..8], &code[8..]);
    text.contains(&spaced) || text.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| word == code)
}

#[test]
fn forms_are_read() {
    let html = "<input type=\"radio\" name=\"a\" value=\"1&amp;\" checked/><textarea name=\"b\">\n&lt;x</textarea>";
    assert_eq!(input(html, "a").as_deref(), Some("1&"));
    assert!(is_ticked(html, "a", "1&") && !is_ticked(html, "a", "1"));
    assert_eq!(text_area(html, "b").as_deref(), Some("<x"));
    assert!(holds_code("no. 1234 5678 9012!", "123456789012") && !holds_code("a123456789012", "123456789012"));
}
