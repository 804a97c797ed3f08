package org.onewindow.cases.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.onewindow.cases.CaseCommand;
import org.onewindow.cases.CaseState;

/** The lifecycle table, against the table of the domain written down a second time, and drawn for people. */
class LifecycleTest {

    /** Section 3 of the domain, line by line; and what C7 asks for before a decision, to which it gives no command;
     * why it wasn't done on the spot (C5) and that the applicant was reminded (C10), which it asks to be recorded;
     * papers to follow, which may come after a grant where the version lets it come first, and checking and revoking
     * what was granted on a commitment (C16). */
    private static final Map<CaseState, String> DOMAIN = Map.ofEntries(
            Map.entry(CaseState.WAITING, "withdraw terminate hand-over"),
            Map.entry(
                    CaseState.RECEIVED,
                    "accept request-supplement refuse not-on-the-spot withdraw terminate hand-over"),
            Map.entry(CaseState.AWAITING_SUPPLEMENT, "supplement not-on-the-spot remind withdraw terminate hand-over"),
            Map.entry(
                    CaseState.ACCEPTED,
                    "supplement complete-step suspend resume extend decide forward withdraw terminate hand-over"
                            + " not-on-the-spot remind"
                            + " tell-parties announce-hearing record-hearing review-legality"),
            Map.entry(
                    CaseState.SUSPENDED,
                    "supplement suspend resume extend withdraw terminate hand-over"
                            + " not-on-the-spot remind"
                            + " tell-parties announce-hearing record-hearing"),
            Map.entry(CaseState.FORWARDED, "record-result not-on-the-spot withdraw terminate hand-over"),
            Map.entry(CaseState.DECIDED, "supplement pay complete not-on-the-spot remind check-commitment revoke"),
            Map.entry(CaseState.COMPLETED, "supplement deliver not-on-the-spot remind check-commitment revoke"),
            Map.entry(CaseState.DELIVERED, "supplement check-commitment revoke"),
            Map.entry(CaseState.NOT_ACCEPTED, ""),
            Map.entry(CaseState.WITHDRAWN, ""),
            Map.entry(CaseState.TERMINATED, ""),
            Map.entry(CaseState.VOID, ""));

    private static final String ALWAYS = "correct void custody serve";

    @ParameterizedTest
    @EnumSource(CaseState.class)
    void every_state_knows_exactly_the_commands_of_the_domains_table(CaseState state) {
        Set<String> expected = Set.of((DOMAIN.get(state) + " " + ALWAYS).strip().split("\\s+"));

        for (CaseCommand command : CaseCommand.values()) {
            assertThat(Lifecycle.knows(state, command))
                    .as("%s in %s", command.word(), state)
                    .isEqualTo(expected.contains(command.word()));
        }
    }

    @ParameterizedTest
    @EnumSource(CaseCommand.class)
    void every_command_is_given_by_somebody_and_known_in_some_state(CaseCommand command) {
        assertThat(Lifecycle.givers(command)).isNotEmpty();
        assertThat(CaseState.values()).anyMatch(state -> Lifecycle.knows(state, command));
    }

    @Test
    void the_drawing_in_the_docs_is_the_table() throws IOException {
        Path drawing = docs().resolve("generated/lifecycle.md");
        String drawn = draw();
        if (Boolean.getBoolean("onewindow.docs.write")) {
            Files.writeString(drawing, drawn);
        }
        assertThat(drawing)
                .as("run the test once with -Donewindow.docs.write=true to draw it anew")
                .hasContent(drawn);
    }

    private static Path docs() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("docs"))
                ? here.resolve("docs")
                : java.util.Objects.requireNonNull(here.getParent()).resolve("docs");
    }

    private static String draw() {
        StringBuilder page = new StringBuilder("""
                # The lifecycle of a case

                Drawn from `org.onewindow.cases.model.Lifecycle` by `LifecycleTest`; don't edit. Who gives a command is in brackets.
                What else must be true for it is in `CaseRules`.

                ```mermaid
                stateDiagram-v2
                    [*] --> RECEIVED: receive
                """);
        next().forEach((command, ends) -> {
            for (CaseState state : CaseState.values()) {
                if (Lifecycle.knows(state, command) && !state.isEnd()) {
                    for (CaseState end : ends) {
                        if (end != state) {
                            page.append("    ")
                                    .append(state)
                                    .append(" --> ")
                                    .append(end)
                                    .append(": ")
                                    .append(command.word())
                                    .append('\n');
                        }
                    }
                }
            }
        });
        page.append("```\n\n| state | commands |\n|---|---|\n");
        for (CaseState state : CaseState.values()) {
            page.append("| ")
                    .append(state)
                    .append(" | ")
                    .append(Lifecycle.commands(state).stream()
                            .map(command -> command.word() + " (" + givers(command) + ")")
                            .collect(Collectors.joining(", ")))
                    .append(" |\n");
        }
        return page.toString();
    }

    private static String givers(CaseCommand command) {
        return Lifecycle.givers(command).stream()
                .map(giver -> giver.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(" or "));
    }

    /** Where a command leads; commands that leave the state alone are left out. */
    private static Map<CaseCommand, Set<CaseState>> next() {
        Map<CaseCommand, Set<CaseState>> next = new TreeMap<>();
        next.put(CaseCommand.ACCEPT, EnumSet.of(CaseState.ACCEPTED));
        next.put(CaseCommand.REQUEST_SUPPLEMENT, EnumSet.of(CaseState.AWAITING_SUPPLEMENT, CaseState.NOT_ACCEPTED));
        next.put(CaseCommand.REFUSE, EnumSet.of(CaseState.NOT_ACCEPTED));
        next.put(CaseCommand.SUSPEND, EnumSet.of(CaseState.SUSPENDED));
        next.put(CaseCommand.RESUME, EnumSet.of(CaseState.ACCEPTED));
        next.put(CaseCommand.DECIDE, EnumSet.of(CaseState.DECIDED));
        next.put(CaseCommand.FORWARD, EnumSet.of(CaseState.FORWARDED));
        next.put(CaseCommand.RECORD_RESULT, EnumSet.of(CaseState.DECIDED));
        next.put(CaseCommand.COMPLETE, EnumSet.of(CaseState.COMPLETED));
        next.put(CaseCommand.DELIVER, EnumSet.of(CaseState.DELIVERED));
        next.put(CaseCommand.WITHDRAW, EnumSet.of(CaseState.WITHDRAWN));
        next.put(CaseCommand.TERMINATE, EnumSet.of(CaseState.TERMINATED));
        // Before delivery it ends the case.
        next.put(CaseCommand.REVOKE, EnumSet.of(CaseState.TERMINATED));
        next.put(CaseCommand.VOID, EnumSet.of(CaseState.VOID));
        return next;
    }
}
