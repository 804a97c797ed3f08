package org.onewindow.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything the program says is in the message files, in both languages. */
class MessagesTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path JAVA = Path.of("src/main/java");

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)[,}]");

    /** English texts that hold Chinese on purpose: names in their own language, words of papers, words to search items by. */
    private static final Pattern CHINESE_IN_ENGLISH = Pattern.compile(
            "layout\\.(language|centre|foot)\\..*|paper\\..*|portal\\.(life|popular)\\..*words|portal\\.popular\\.words|portal\\.search\\.placeholder");

    /**
     * Classes whose literals hold Chinese that isn't spoken to anybody: words of imported files, patterns of legal texts, and
     * parts of document numbers. Each was looked at; a new one needs a reason here.
     */
    private static final Map<String, String> CHINESE_AS_DATA = Map.of(
            "SetUp.java", "endings of counties' names, by which a division's kind is told",
            "catalogue/", "headings and terms of the catalogue's spreadsheets and of legal texts",
            "calendar/model/", "names of holidays in the State Council's notices",
            "cases/model/", "names of materials and answers that the law or the catalogue gives",
            "demonstration/", "the demonstration county's own data",
            "desk/ReceivePages.java", "the condition of materials that means a representative (K6b)",
            "divisions/", "kinds of division in the county's tables",
            "documents/", "characters of document numbers",
            "supervision/PatternThresholds.java", "the word in an item's name that tells a filing (S7)");

    private static Map<String, String> keysOf(boolean english) {
        Map<String, String> keys = new TreeMap<>();
        for (Path file : filesIn(MESSAGES, ".properties")) {
            if (file.toString().endsWith("_en.properties") == english) {
                read(file)
                        .forEach((key, text) -> assertThat(keys.put(key, text))
                                .as("%s is in %s and in another file", key, file)
                                .isNull());
            }
        }
        return keys;
    }

    /** Unlike {@link java.util.Properties}, notices a key that a file has twice. */
    private static Map<String, String> read(Path file) {
        Map<String, String> keys = new TreeMap<>();
        StringBuilder logical = new StringBuilder();
        for (String line : contentOf(file).lines().toList()) {
            logical.append(logical.isEmpty() ? line : line.stripLeading());
            if (line.endsWith("\\") && !line.endsWith("\\\\")) {
                logical.setLength(logical.length() - 1);
                continue;
            }
            String text = logical.toString();
            logical.setLength(0);
            if (text.isBlank() || text.startsWith("#") || text.startsWith("!")) {
                continue;
            }
            int equals = text.indexOf('=');
            assertThat(equals).as("%s: %s", file, text).isPositive();
            assertThat(keys.put(text.substring(0, equals).strip(), text.substring(equals + 1)))
                    .as("%s has %s twice", file, text.substring(0, equals))
                    .isNull();
        }
        return keys;
    }

    @Test
    void every_key_is_there_in_both_languages() {
        assertThat(keysOf(true).keySet())
                .containsExactlyElementsOf(keysOf(false).keySet());
    }

    @Test
    void both_languages_mention_the_same_arguments() {
        Map<String, String> english = keysOf(true);
        List<String> different = new ArrayList<>();
        keysOf(false).forEach((key, chinese) -> {
            if (!placesIn(chinese).equals(placesIn(english.getOrDefault(key, chinese)))) {
                different.add(key);
            }
        });
        assertThat(different).isEmpty();
    }

    private static Set<String> placesIn(String text) {
        return PLACE.matcher(text)
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void english_texts_are_english_and_no_text_is_empty() {
        Map<String, String> all = keysOf(true);
        assertThat(all.entrySet().stream()
                        .filter(entry -> HAN.matcher(entry.getValue()).find())
                        .filter(entry ->
                                !CHINESE_IN_ENGLISH.matcher(entry.getKey()).matches())
                        .map(Map.Entry::getKey))
                .isEmpty();
        all.putAll(keysOf(false));
        assertThat(all.entrySet().stream()
                        .filter(entry -> entry.getValue().isEmpty())
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    /** One is enough here, unlike in {@link java.text.MessageFormat}: of two both would be shown. */
    @Test
    void an_apostrophe_is_written_as_one() {
        assertThat(keysOf(true).entrySet().stream()
                        .filter(entry -> entry.getValue().contains("''"))
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    @Test
    void every_refusal_says_what_to_do_now() {
        Set<String> keys = keysOf(false).keySet();
        List<String> silent = keys.stream()
                .filter(key -> key.startsWith("refusal.") && !key.endsWith(".now") && !key.endsWith(".basis"))
                .filter(key -> !keys.contains(key + ".now"))
                .toList();
        assertThat(silent).isEmpty();
    }

    @Test
    void every_key_that_java_names_exists() {
        Set<String> keys = keysOf(false).keySet();
        Map<Pattern, String> namings = Map.of(
                Pattern.compile("Refusal\\.of\\(\\s*\"[A-Z]\\d+[a-z]?\",\\s*\"([^\"]+)\"(?!\\s*\\+)"), "refusal.",
                Pattern.compile("Field\\.of\\([^;]*?,\\s*\"([^\"]+)\"(?!\\s*\\+)"), "invalid.",
                Pattern.compile("new InvalidInput\\([^;,]*,\\s*\"([^\"]+)\"(?!\\s*\\+)"), "invalid.",
                Pattern.compile("[tT]exts\\(?\\)?\\s*\\.text\\([\\w()., ]*\"([^\"]+)\"(?!\\s*\\+)"), "");
        List<String> missing = new ArrayList<>();
        for (Path file : filesIn(JAVA, ".java")) {
            String source = contentOf(file);
            namings.forEach((naming, prefix) -> naming.matcher(source)
                    .results()
                    .map(named -> prefix + named.group(1))
                    .filter(key -> !keys.contains(key))
                    .forEach(key -> missing.add(key + " in " + JAVA.relativize(file))));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void every_key_that_a_template_names_exists() {
        Set<String> keys = keysOf(false).keySet();
        Pattern naming = Pattern.compile("#\\{([\\w.-]+?)(\\.?__\\$\\{|[}(])");
        List<String> missing = new ArrayList<>();
        for (Path file : filesIn(TEMPLATES, ".html")) {
            if (file.toString().contains("/documents/")) {
                continue; // papers have words of their own, versioned with them
            }
            for (MatchResult named :
                    naming.matcher(withoutComments(contentOf(file))).results().toList()) {
                String key = named.group(1);
                boolean known = named.group(2).contains("$")
                        ? keys.stream().anyMatch(each -> each.startsWith(key))
                        : keys.contains(key);
                if (!known) {
                    missing.add(key + " in " + TEMPLATES.relativize(file));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void no_class_speaks_chinese_by_itself() {
        Pattern literal = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
        List<String> found = new ArrayList<>();
        for (Path file : filesIn(JAVA, ".java")) {
            String name = JAVA.resolve("org/onewindow").relativize(file).toString();
            if (CHINESE_AS_DATA.keySet().stream().anyMatch(name::startsWith)) {
                continue;
            }
            literal.matcher(withoutComments(contentOf(file)))
                    .results()
                    .map(text -> text.group(1))
                    .filter(text -> HAN.matcher(text).find())
                    .forEach(text -> found.add(name + ": " + text));
        }
        assertThat(found).isEmpty();
    }

    private static String withoutComments(String source) {
        return source.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "");
    }

    @Test
    void no_template_says_anything_that_is_not_a_message() {
        List<String> found = new ArrayList<>();
        for (Path file : filesIn(TEMPLATES, ".html")) {
            new Template(TEMPLATES.relativize(file).toString(), contentOf(file)).collectTo(found);
        }
        assertThat(found).isEmpty();
    }

    @Test
    void the_check_of_templates_finds_what_it_should() {
        List<String> found = new ArrayList<>();
        new Template("bad.html", """
                        <!-- a comment --><p>said <b th:text="#{fine}">fine</b> aloud</p><img alt="picture">
                        <br><p th:text="#{a}">x <i>prototype</i></p><p>办</p><p>[[#{fine}]] · 3</p>
                        <script>var fine;</script><input th:placeholder="#{a}" placeholder="fine, replaced">""").collectTo(found);
        assertThat(found).containsExactly("bad.html: said", "bad.html: aloud", "bad.html: alt=picture", "bad.html: 办");
    }

    /** Text of a template that no expression replaces. */
    private record Template(String name, String source) {

        private static final Set<String> VOID = Set.of(
                "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");
        private static final Pattern TOKEN = Pattern.compile(
                "(?s)<!--.*?-->|<!DOCTYPE[^>]*>|<(/?)([a-zA-Z][\\w:-]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>");
        private static final Pattern REPLACED = Pattern.compile("th:(text|utext|replace|remove=\"(all|body))");
        private static final Pattern SPOKEN =
                Pattern.compile("(?<![:\\w-])(alt|title|placeholder|aria-label)=\"([^\"]*)\"");
        private static final Pattern WORDS = Pattern.compile("\\p{IsHan}|[\\p{L}&&[^\\p{IsHan}]]{2,}");

        void collectTo(List<String> found) {
            Deque<Boolean> replaced = new ArrayDeque<>();
            Deque<String> open = new ArrayDeque<>();
            Matcher token = TOKEN.matcher(source);
            int from = 0;
            while (token.find()) {
                text(source.substring(from, token.start()), replaced, found);
                from = token.end();
                String tag = token.group(2);
                if (tag == null) {
                    continue;
                }
                String attributes = token.group(3);
                if (!token.group(1).isEmpty()) {
                    while (!open.isEmpty() && !open.peek().equals(tag)) {
                        open.pop();
                        replaced.pop();
                    }
                    if (!open.isEmpty()) {
                        open.pop();
                        replaced.pop();
                    }
                    continue;
                }
                attributes(attributes, found);
                if (!VOID.contains(tag) && !attributes.endsWith("/")) {
                    open.push(tag);
                    replaced.push((!replaced.isEmpty() && replaced.peek())
                            || tag.equals("script")
                            || tag.equals("style")
                            || REPLACED.matcher(attributes).find());
                }
            }
            text(source.substring(from), replaced, found);
        }

        private void text(String text, Deque<Boolean> replaced, List<String> found) {
            String plain =
                    text.replaceAll("(?s)\\[\\[.*?]]|\\[\\(.*?\\)]|&\\w+;", "").strip();
            if ((replaced.isEmpty() || !replaced.peek()) && WORDS.matcher(plain).find()) {
                found.add(name + ": " + plain);
            }
        }

        private void attributes(String attributes, List<String> found) {
            Set<String> set = new HashSet<>();
            Pattern.compile("th:([\\w-]+)=").matcher(attributes).results().forEach(each -> set.add(each.group(1)));
            for (MatchResult spoken : SPOKEN.matcher(attributes).results().toList()) {
                boolean dynamic = set.contains(spoken.group(1)) || set.contains("attr");
                if (!dynamic && WORDS.matcher(spoken.group(2)).find()) {
                    found.add(name + ": " + spoken.group(1) + "=" + spoken.group(2));
                }
            }
        }
    }

    private static List<Path> filesIn(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String contentOf(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
