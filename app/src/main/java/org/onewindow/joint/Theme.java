package org.onewindow.joint;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.ItemVersion.ApplicantObject;
import org.onewindow.catalogue.ItemVersion.Situation;
import org.onewindow.kernel.Bug;

/**
 * One version of a theme (一件事, J1): items of several departments in stages, and a graph of what must end before what starts. A
 * filed version never changes; an application keeps (code, version) as of receipt.
 *
 * @param version from 1
 * @param state where it is between draft and retirement
 * @param effectiveFrom first day in effect; null while a draft
 * @param object who may apply
 * @param leadDepartment the department that keeps the theme
 * @param questions situations (K6a): what is asked so that the applicant sees only what concerns them
 * @param stages in order; numbered from 1
 * @param edges between members of all stages; an edge of a member that doesn't apply falls away
 */
public record Theme(
        String code,
        int version,
        State state,
        @Nullable LocalDate effectiveFrom,
        String name,
        String nameEn,
        String description,
        ApplicantObject object,
        String leadDepartment,
        List<Situation> questions,
        List<Stage> stages,
        List<Edge> edges) {

    public Theme {
        questions = List.copyOf(questions);
        stages = List.copyOf(stages);
        edges = List.copyOf(edges);
    }

    /** From draft to retirement (J1, as K1). */
    public enum State {
        DRAFT,
        FILED,
        IN_EFFECT,
        SUPERSEDED,
        RETIRED
    }

    /**
     * A stage: one application, one acceptance, one limit (J1, J2).
     *
     * @param leadDepartment who leads it
     * @param milestone what must have happened before it, without a clock (“works done”); null where nothing must
     * @param oneDecision whether it is one licensing decision, capped at 45 working days (J3, APL 42)
     * @param silenceAgrees whether an opinion not given in time counts as agreement (J4); never a member's own decision
     * @param oneSeal whether the bodies agreed that one seal stands for the whole result (一章通, J2); each licence keeps its own body
     */
    public record Stage(
            int number,
            String name,
            String leadDepartment,
            @Nullable String milestone,
            boolean oneDecision,
            boolean silenceAgrees,
            boolean oneSeal,
            List<Member> members) {

        public Stage {
            members = List.copyOf(members);
        }

        /** The member whose window takes the application; every filed stage has exactly one. */
        public Member lead() {
            return members.stream()
                    .filter(Member::lead)
                    .findFirst()
                    .orElseThrow(() -> Bug.found("a stage without a lead: " + name));
        }
    }

    /**
     * A member of a stage.
     *
     * @param lead whether its window takes the application
     * @param when answers (question=answer) under one of which it applies; empty: always (K6a)
     * @param stops codes of the members that its refusal stops (J5); null: everything behind it in the graph
     * @param provides names of materials its result is, besides the result's own name: nobody asks the applicant for them
     */
    public record Member(
            String itemCode,
            boolean lead,
            List<String> when,
            @Nullable List<String> stops,
            List<String> provides) {

        public Member {
            when = List.copyOf(when);
            stops = stops == null ? null : List.copyOf(stops);
            provides = List.copyOf(provides);
        }

        /** Whether it applies only under some answers. */
        public boolean optional() {
            return !when.isEmpty();
        }
    }

    /** {@code from} must end before {@code to} starts; both are codes of items. */
    public record Edge(String from, String to) {}

    /** All members of all stages. */
    public List<Member> members() {
        return stages.stream().flatMap(stage -> stage.members().stream()).toList();
    }

    /** A stage by its number. */
    public Optional<Stage> stage(int number) {
        return stages.stream().filter(stage -> stage.number() == number).findFirst();
    }

    /** The questions whose answers decide anything in a stage. */
    public List<Situation> questionsOf(Stage stage) {
        return questions.stream()
                .filter(question -> stage.members().stream()
                        .flatMap(member -> member.when().stream())
                        .anyMatch(answer -> answer.startsWith(question.code() + "=")))
                .toList();
    }

    /** The same content at another point of its life. */
    public Theme in(int newVersion, State newState, @Nullable LocalDate newEffectiveFrom) {
        return new Theme(
                code,
                newVersion,
                newState,
                newEffectiveFrom,
                name,
                nameEn,
                description,
                object,
                leadDepartment,
                questions,
                stages,
                edges);
    }

    /** Stages by number, members in the order given: how pages show it. */
    public Stream<Stage> inOrder() {
        return stages.stream().sorted(Comparator.comparingInt(Stage::number));
    }
}
