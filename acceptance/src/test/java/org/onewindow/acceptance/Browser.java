package org.onewindow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOnlyOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A real Chromium, as a person at a window or on a phone has it. Remembers every complaint a page makes on its console. */
final class Browser implements AutoCloseable {

    static final int DESK_WIDTH = 1440;
    static final int PHONE_WIDTH = 390;

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** What Chromium says of an answer that refuses; whoever wants to know looks at the answer. */
    static final String REFUSED = "the server responded with a status of 4\\d\\d\\b";

    private static final AxeRunOptions WCAG_22_AA = wcag();

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> complaints = new ArrayList<>();

    Browser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(FLAGS));
    }

    /** A page of somebody who never was here before. */
    Page page(int width, int height) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(ColorScheme.LIGHT)
                .setLocale("zh-CN"));
        context.setDefaultTimeout(30_000);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(page.url() + " " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + " " + error));
        return page;
    }

    /** A page of a member of staff of the demonstration, who has just signed in. */
    Page signedIn(RunningProgram program, String user, int width) {
        Page page = page(width, 900);
        page.navigate(program.address("/sign-in"));
        page.locator("#username").fill(user);
        page.locator("#password").fill("demo");
        page.keyboard().press("Enter");
        page.waitForURL(program.address("/desk"));
        return page;
    }

    /** Nothing wrote an error or a warning to the console or threw, but for what fits one of these patterns. */
    void noComplaints(String... expected) {
        Pattern any = Pattern.compile(String.join("|", expected));
        assertThat(complaints)
                .filteredOn(complaint -> !any.matcher(complaint).find())
                .isEmpty();
    }

    /**
     * Looks at each member of staff's pages, given by user, on a desk and on a phone, in both languages: each speaks the language
     * asked for, has no barrier and is no wider than the screen. No page fails.
     */
    void walk(RunningProgram program, Map<String, List<String>> paths) {
        List<String> findings = new ArrayList<>();
        paths.forEach((user, ofUser) -> {
            Page page = signedIn(program, user, DESK_WIDTH);
            for (int width : List.of(DESK_WIDTH, PHONE_WIDTH)) {
                page.setViewportSize(width, 844);
                for (String language : List.of("zh-CN", "en")) {
                    for (String path : ofUser) {
                        Response answer = page.navigate(
                                program.address(path + (path.contains("?") ? "&" : "?") + "lang=" + language));
                        if (answer.status() >= 500) {
                            findings.add(page.url() + " answered " + answer.status());
                        }
                        findings.addAll(findings(page, language));
                    }
                }
            }
            page.context().close();
        });
        assertThat(findings).isEmpty();
    }

    private static List<String> findings(Page page, String language) {
        List<String> findings = new ArrayList<>(barriers(page));
        String spoken = String.valueOf(page.locator("html").getAttribute("lang"));
        if (!spoken.startsWith(language)) {
            findings.add(page.url() + " speaks " + spoken);
        }
        if (isTooWide(page)) {
            findings.add(page.url() + " is wider than " + page.viewportSize().width);
        }
        return findings;
    }

    /** WCAG 2.2 AA has nothing against the page, looked at from the top, so that nothing stands half hidden below the head. */
    static void noBarriers(Page page) {
        page.evaluate("scrollTo(0, 0)");
        assertThat(barriers(page)).isEmpty();
    }

    /** Nothing on the page is wider than the screen. */
    static void notTooWide(Page page) {
        assertThat(isTooWide(page)).as(page.url() + " is too wide").isFalse();
    }

    private static boolean isTooWide(Page page) {
        return !(boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth");
    }

    /** What WCAG 2.2 AA has against the page as it stands, one line a finding. */
    private static List<String> barriers(Page page) {
        return new AxeBuilder(page)
                        .options(WCAG_22_AA)
                        // without frames it finds the same, and needs no second page to put frames' findings together
                        .setLegacyMode(page.frames().size() == 1)
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(rule -> page.url() + " " + rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .map(node -> String.valueOf(node.getHtml()))
                                        .collect(Collectors.joining(" | ")))
                        .toList();
    }

    private static AxeRunOptions wcag() {
        AxeRunOnlyOptions only = new AxeRunOnlyOptions();
        only.setType("tag");
        only.setValues(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"));
        AxeRunOptions options = new AxeRunOptions();
        options.setRunOnly(only);
        // what passes needn't be described element by element, which took most of the time
        options.setResultTypes(List.of("violations"));
        return options;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
