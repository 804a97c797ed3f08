package org.onewindow.supervision.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.http.Paging;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.Page;
import org.onewindow.supervision.Board;
import org.onewindow.supervision.BoardLine;
import org.onewindow.supervision.Figure;
import org.onewindow.supervision.SupervisedCase;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The live board's numbers and the cases behind them (S6). */
@RestController
@RequestMapping("/api/v1/supervision/board")
class BoardController {

    private final Board board;
    private final CentreTime time;

    BoardController(Board board, CentreTime time) {
        this.board = board;
        this.time = time;
    }

    /** The board as of an instant. */
    record BoardAnswer(Instant asOf, Numbers total, List<LineAnswer> lines) {}

    record Numbers(int open, int dueToday, int warned, int yellow, int red, int suspended) {

        static Numbers of(BoardLine line) {
            return new Numbers(
                    line.open(), line.dueToday(), line.warned(), line.yellow(), line.red(), line.suspended());
        }

        Numbers and(Numbers other) {
            return new Numbers(
                    open + other.open,
                    dueToday + other.dueToday,
                    warned + other.warned,
                    yellow + other.yellow,
                    red + other.red,
                    suspended + other.suspended);
        }
    }

    /** {@code window} is null for cases of stations. */
    record LineAnswer(String department, @Nullable String window, Numbers numbers) {}

    @GetMapping
    BoardAnswer board(Actor actor) {
        List<LineAnswer> lines = board.lines(actor).stream()
                .map(line -> new LineAnswer(
                        line.department(), line.window().isEmpty() ? null : line.window(), Numbers.of(line)))
                .toList();
        Numbers total = lines.stream().map(LineAnswer::numbers).reduce(new Numbers(0, 0, 0, 0, 0, 0), Numbers::and);
        return new BoardAnswer(time.now(), total, lines);
    }

    /** The cases behind a number, by their receipt. */
    @GetMapping("/cases")
    Page<SupervisedCase> cases(
            Actor actor,
            @RequestParam Figure figure,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String window,
            Paging paging) {
        return board.cases(actor, figure, department, window, paging.after(), paging.limit());
    }
}
