package org.onewindow.acceptance;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** What pages wrote to the console as an error or warning, or threw. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** What WCAG 2.2 AA has against the page as it stands, one line a finding. */
    static List<String> barriers(Page page) {
        AxeResults results = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze();
        return results.getViolations().stream()
                .map(rule -> page.url() + " " + rule.getId() + ": " + rule.getHelp() + " "
                        + rule.getNodes().stream()
                                .map(node -> String.valueOf(node.getHtml()))
                                .collect(Collectors.joining(" | ")))
                .toList();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
