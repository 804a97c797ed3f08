package org.onewindow.supervision.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.http.Answers;
import org.onewindow.http.Reply;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.supervision.Colour;
import org.onewindow.supervision.ContentRule;
import org.onewindow.supervision.RuleOffice;
import org.onewindow.supervision.RulePreview;
import org.onewindow.supervision.RuleProposal;
import org.onewindow.supervision.RuleSet;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rules of supervision as data (S1): what is in force, trying a set out, filing it. */
@RestController
@RequestMapping("/api/v1/supervision/rules")
class RuleController {

    private static final int LONGEST_TITLE = 200;
    private static final int MOST_CLOCKS = 20;

    private final RuleOffice office;

    RuleController(RuleOffice office) {
        this.office = office;
    }

    /**
     * A set to file or to try out. {@code contents} and {@code clocks} are taken as they are: what isn't listed isn't watched.
     *
     * @param replaces number of the set that ends the day before; null for none
     * @param confirmed that it may raise more than {@code mostAtOnce} cards at once
     */
    record RuleBody(
            String region,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String title,
            String basis,
            RuleSet.Thresholds thresholds,
            List<RuleSet.ClockRule> clocks,
            Map<ContentRule, Colour> contents,
            RuleSet.Points points,
            RuleSet.Replies replies,
            int mostAtOnce,
            @Nullable Integer replaces,
            @Nullable Boolean confirmed) {

        RuleProposal proposal() {
            if (!region.matches("CN|[0-9]{6}")) {
                throw new InvalidInput("/region", "rules.region");
            }
            if (title.length() > LONGEST_TITLE || basis.length() > LONGEST_TITLE) {
                throw new InvalidInput("/title", "too-long", LONGEST_TITLE);
            }
            if (clocks.size() > MOST_CLOCKS) {
                throw new InvalidInput("/clocks", "too-many", MOST_CLOCKS);
            }
            return new RuleProposal(
                    new RuleSet(
                            region,
                            0,
                            validFrom,
                            validTo,
                            title,
                            basis,
                            thresholds,
                            clocks,
                            contents,
                            points,
                            replies,
                            mostAtOnce),
                    replaces,
                    Boolean.TRUE.equals(confirmed));
        }
    }

    /** What is in force, and all sets there are. */
    record RulesAnswer(RuleSet inForce, List<RuleSet> all) {}

    /** Looks at what a set would have done since a day. */
    record PreviewBody(RuleBody rules, LocalDate from) {}

    record ExampleAnswer(
            String caseNumber,
            String department,
            Colour colour,
            String rule,
            String clock,
            Instant at,
            @Nullable Instant dueAt) {}

    record PreviewAnswer(
            LocalDate from,
            LocalDate to,
            Map<Colour, Integer> would,
            Map<Colour, Integer> did,
            List<ExampleAnswer> examples) {}

    @GetMapping
    RulesAnswer rules() {
        return new RulesAnswer(office.inForce(), office.all());
    }

    @PostMapping("/preview")
    PreviewAnswer preview(Actor actor, @RequestBody PreviewBody body) {
        RulePreview preview = office.preview(actor, body.rules().proposal(), body.from());
        return new PreviewAnswer(
                preview.from(),
                preview.to(),
                preview.would(),
                preview.did(),
                preview.examples().stream()
                        .map(example -> new ExampleAnswer(
                                example.caseNumber(),
                                example.department(),
                                example.colour(),
                                example.rule(),
                                example.clock(),
                                example.at(),
                                example.dueAt()))
                        .toList());
    }

    @PostMapping
    @Answers(value = RuleSet.class, status = 201)
    ResponseEntity<byte[]> file(Actor actor, @RequestBody RuleBody body, Reply reply) {
        office.file(
                actor,
                body.proposal(),
                filed -> reply.answer(201, Reply.created("/api/v1/supervision/rules", filed.number()), filed));
        return reply.send();
    }
}
