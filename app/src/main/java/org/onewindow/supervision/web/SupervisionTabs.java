package org.onewindow.supervision.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.onewindow.http.Texts;
import org.onewindow.kernel.Actor;
import org.onewindow.supervision.Board;
import org.onewindow.supervision.FileReviews;
import org.onewindow.supervision.Notices;
import org.onewindow.supervision.PatternOffice;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The parts of supervision that somebody has, as every page of it shows them on top; templates find them as {@code tabs}. */
@ControllerAdvice(basePackageClasses = SupervisionTabs.class)
class SupervisionTabs {

    private final Board board;
    private final Notices notices;
    private final PatternOffice patterns;
    private final FileReviews reviews;
    private final Texts texts;

    SupervisionTabs(Board board, Notices notices, PatternOffice patterns, FileReviews reviews, Texts texts) {
        this.board = board;
        this.notices = notices;
        this.patterns = patterns;
        this.reviews = reviews;
        this.texts = texts;
    }

    /** One of them; {@code chosen} is the one the page belongs to. */
    record Tab(String href, String label, boolean chosen) {}

    @ModelAttribute("tabs")
    List<Tab> tabs(Actor actor, HttpServletRequest request, Locale locale) {
        String path = request.getRequestURI();
        List<Tab> tabs = new ArrayList<>();
        if (!path.startsWith("/supervision") || request.getHeader("HX-Request") != null) {
            // the API and a part that is fetched again show no tabs, and aren't to pay for them
            return tabs;
        }
        if (board.isOpenTo(actor)) {
            tabs.add(new Tab(
                    "/supervision",
                    texts.text(locale, "supervision.tab.board"),
                    path.equals("/supervision") || path.startsWith("/supervision/cases")));
        }
        tabs.add(tab("/supervision/mine", path, texts.text(locale, "supervision.tab.mine")));
        tabs.add(tab("/supervision/cards", path, texts.text(locale, "supervision.tab.cards")));
        tabs.add(tab("/supervision/assignments", path, texts.text(locale, "supervision.tab.assignments")));
        if (notices.isOpenTo(actor)) {
            int unread = notices.unread(actor);
            tabs.add(tab(
                    "/supervision/notices",
                    path,
                    unread == 0
                            ? texts.text(locale, "supervision.tab.notices")
                            : texts.text(locale, "supervision.tab.notices.unread", unread)));
        }
        if (patterns.isOpenTo(actor)) {
            tabs.add(tab("/supervision/patterns", path, texts.text(locale, "supervision.tab.patterns")));
        }
        if (reviews.isOpenTo(actor)) {
            tabs.add(tab("/supervision/reviews", path, texts.text(locale, "supervision.tab.reviews")));
        }
        tabs.add(tab("/supervision/rules", path, texts.text(locale, "supervision.tab.rules")));
        return tabs;
    }

    private static Tab tab(String href, String path, String label) {
        return new Tab(href, label, path.startsWith(href));
    }
}
