package org.onewindow.supervision.web;

import java.util.Locale;
import org.onewindow.kernel.Actor;
import org.onewindow.supervision.Assignments;
import org.onewindow.supervision.Board;
import org.onewindow.supervision.CardQuery;
import org.onewindow.supervision.Cards;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What of mine is late and why: for everybody who works here (S3, S5, S6). */
@Controller
class MinePageController {

    private static final int LISTED = 50;
    private static final int LATEST = 10;

    private final Cards cards;
    private final Board board;
    private final Assignments assignments;
    private final CardPages cardPages;
    private final AssignmentPages assignmentPages;
    private final CaseRows caseRows;

    MinePageController(
            Cards cards,
            Board board,
            Assignments assignments,
            CardPages cardPages,
            AssignmentPages assignmentPages,
            CaseRows caseRows) {
        this.cards = cards;
        this.board = board;
        this.assignments = assignments;
        this.cardPages = cardPages;
        this.assignmentPages = assignmentPages;
        this.caseRows = caseRows;
    }

    @GetMapping("/supervision/mine")
    String mine(Actor actor, Model model, Locale locale) {
        model.addAttribute(
                "explain",
                cards.toExplain(actor, LISTED).stream()
                        .map(card -> cardPages.row(card, locale))
                        .toList());
        model.addAttribute(
                "assignments",
                assignments.waitingFor(actor, LISTED).stream()
                        .map(one -> assignmentPages.row(one, locale))
                        .toList());
        model.addAttribute(
                "cases",
                board.waitingFor(actor, LISTED).stream()
                        .map(one -> caseRows.of(one, locale))
                        .toList());
        model.addAttribute(
                "latest",
                cards.list(actor, CardQuery.of(actor.userName()), LATEST).items().stream()
                        .map(card -> cardPages.row(card, locale))
                        .toList());
        model.addAttribute("person", actor.userName());
        return "supervision/mine";
    }
}
