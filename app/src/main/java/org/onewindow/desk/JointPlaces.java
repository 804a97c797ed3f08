package org.onewindow.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.MemberCase;
import org.onewindow.desk.DeskViews.PlaceInGraph;
import org.onewindow.http.Texts;
import org.onewindow.joint.JointReading;
import org.onewindow.joint.JointState;
import org.onewindow.joint.JointView;
import org.onewindow.joint.JointView.MemberView;
import org.onewindow.joint.LivePlan;
import org.onewindow.joint.MemberProgress;
import org.onewindow.joint.Theme;
import org.onewindow.kernel.Actor;
import org.springframework.stereotype.Component;

/** Says to whoever works a member where it stands in the graph: its own part, and what it waits for (J2). */
@Component
class JointPlaces {

    private final JointReading reading;
    private final Texts texts;

    JointPlaces(JointReading reading, Texts texts) {
        this.reading = reading;
        this.texts = texts;
    }

    /** A case's place; null where the viewer has no part in the application. */
    @Nullable
    PlaceInGraph place(Actor actor, String joint, String caseNumber, Locale locale) {
        return places(actor, Map.of(caseNumber, joint), locale).get(caseNumber);
    }

    /**
     * The same of a list's cases, read together.
     *
     * @param joint numbers of their applications, by case number
     */
    Map<String, PlaceInGraph> places(Actor actor, Map<String, String> joint, Locale locale) {
        if (joint.isEmpty()) {
            return Map.of();
        }
        Map<String, JointView> views = reading.glance(actor, Set.copyOf(joint.values()));
        Map<String, PlaceInGraph> places = new HashMap<>();
        joint.forEach((caseNumber, number) -> Optional.ofNullable(views.get(number))
                .flatMap(view -> member(view, caseNumber).map(member -> place(view, member, locale)))
                .ifPresent(place -> places.put(caseNumber, place)));
        return places;
    }

    private static Optional<MemberView> member(JointView view, String caseNumber) {
        return view.members().stream()
                .filter(member -> {
                    MemberCase own = member.own();
                    return own != null && own.caseNumber().equals(caseNumber);
                })
                .findFirst();
    }

    private PlaceInGraph place(JointView view, MemberView member, Locale locale) {
        List<String> awaited = view.edges().stream()
                .filter(edge -> edge.to().equals(member.itemCode()))
                .map(Theme.Edge::from)
                .filter(code -> view.members().stream()
                        .anyMatch(other -> other.itemCode().equals(code)
                                && !other.progress().isEnd()))
                .map(code -> JointForms.nameOf(code, view))
                .toList();
        LivePlan.Line line = member.line();
        return new PlaceInGraph(
                view.number(),
                view.theme().name(),
                texts.text(locale, "desk.joint.place", member.place(), view.size()),
                member.progress() != MemberProgress.WAITING ? null : waits(view, awaited, locale),
                line == null || member.progress().isEnd() ? null : slack(line, locale),
                line == null || member.progress().isEnd() || line.slack() >= 0 ? "none" : "late");
    }

    /** For other members, for the one acceptance, or for what an earlier stage has not ended yet. */
    private String waits(JointView view, List<String> awaited, Locale locale) {
        if (!awaited.isEmpty()) {
            return texts.text(locale, "desk.joint.place.waits", awaited);
        }
        return texts.text(
                locale, view.state() == JointState.ACCEPTED ? "desk.joint.place.stage" : "desk.joint.place.acceptance");
    }

    private String slack(LivePlan.Line line, Locale locale) {
        if (line.slack() < 0) {
            return texts.text(locale, "desk.joint.place.late", -line.slack());
        }
        return line.critical()
                ? texts.text(locale, "desk.joint.place.critical")
                : texts.text(locale, "desk.joint.place.slack", line.slack());
    }
}
