package org.onewindow.access.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.AuthorityLetter;
import org.onewindow.access.Power;
import org.onewindow.access.StaffOffice;
import org.onewindow.http.Paging;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Authority letters (K10): any member of staff may read them, the centre manager files and ends them. */
@RestController
@RequestMapping("/api/v1/authority")
class AuthorityEndpoints {

    private final StaffOffice office;

    AuthorityEndpoints(StaffOffice office) {
        this.office = office;
    }

    /** A line of a letter in a request: a holder or a window. */
    record Line(
            @Nullable String holder,
            @Nullable String window,
            String itemCode,
            Power power,
            LocalDate fromOn,
            @Nullable LocalDate untilOn) {

        AuthorityLetter letter() {
            return new AuthorityLetter(holder, window, itemCode, power, fromOn, untilOn);
        }
    }

    /** Lines filed together. */
    record Letter(List<Line> lines) {}

    @GetMapping
    Page<AuthorityLetter> list(
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String window,
            @RequestParam(defaultValue = "") String holder,
            Paging paging) {
        return new Page<>(office.letters(item, window, holder, paging.limit()), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void file(Actor actor, @RequestBody Letter body) {
        office.fileAuthority(actor, body.lines().stream().map(Line::letter).toList());
    }

    @PostMapping("/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Actor actor, @RequestBody Line body) {
        office.endAuthority(actor, body.letter());
    }
}
