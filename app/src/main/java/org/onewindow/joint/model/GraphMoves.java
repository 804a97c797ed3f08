package org.onewindow.joint.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.joint.MemberProgress;
import org.onewindow.joint.Theme;
import org.onewindow.joint.model.JointEvent.Outcome;
import org.onewindow.joint.model.JointFile.Acceptance;
import org.onewindow.joint.model.JointFile.Member;

/** What the graph brings about when members move (J1, J5): who has ended, who is stopped by it, who may start. */
public final class GraphMoves {

    /** How something ended, and when. */
    public record End(Outcome outcome, LocalDate on, Instant at) {}

    /** Something that follows; dated at the instant of its cause. */
    public record Move(JointEvent event, Instant at) {}

    private final JointFile file;
    private final Theme theme;
    private final Map<String, End> ended = new HashMap<>();
    private final List<Move> moves = new ArrayList<>();

    private GraphMoves(JointFile file, Theme theme) {
        this.file = file;
        this.theme = theme;
    }

    /**
     * Everything that follows, in the order in which it happens.
     *
     * @param ended how members' cases have ended, by item; members that haven't aren't there
     * @param before the same of members of earlier stages that this one waits for
     */
    public static List<Move> of(JointFile file, Theme theme, Map<String, End> ended, Map<String, End> before) {
        if (file.state().isEnd()) {
            return List.of();
        }
        GraphMoves graph = new GraphMoves(file, theme);
        graph.ends(ended);
        graph.stops(before);
        graph.starts(before);
        graph.completes();
        return List.copyOf(graph.moves);
    }

    private void ends(Map<String, End> now) {
        for (Member member : file.members()) {
            End end = now.get(member.itemCode());
            if (member.progress().isEnd()) {
                ended.put(
                        member.itemCode(),
                        new End(
                                outcome(member.progress()),
                                Objects.requireNonNull(member.endedOn()),
                                Objects.requireNonNull(member.endedAt())));
            } else if (end != null) {
                ended.put(member.itemCode(), end);
                moves.add(new Move(new JointEvent.MemberEnded(member.itemCode(), end.outcome(), end.on()), end.at()));
            }
        }
    }

    private static Outcome outcome(MemberProgress progress) {
        return switch (progress) {
            case GRANTED -> Outcome.GRANTED;
            case REFUSED -> Outcome.REFUSED;
            case ENDED, STOPPED, WAITING, OPEN -> Outcome.ENDED;
        };
    }

    /** Whoever wasn't granted stops whom the theme says; a stopped one stops in its turn whom the theme says for it. */
    private void stops(Map<String, End> before) {
        Deque<String> failed = new ArrayDeque<>();
        Stream.concat(ended.entrySet().stream(), before.entrySet().stream())
                .filter(entry -> entry.getValue().outcome() != Outcome.GRANTED)
                .map(Map.Entry::getKey)
                .sorted()
                .forEach(failed::add);
        while (!failed.isEmpty()) {
            String because = failed.removeFirst();
            End cause = ended.containsKey(because) ? ended.get(because) : before.get(because);
            Set<String> stopped = stoppedBy(because);
            for (Member member : file.members()) {
                String code = member.itemCode();
                if (cause != null && stopped.contains(code) && !ended.containsKey(code)) {
                    ended.put(code, new End(Outcome.ENDED, cause.on(), cause.at()));
                    moves.add(new Move(new JointEvent.MemberStopped(code, because, cause.on()), cause.at()));
                    failed.add(code);
                }
            }
        }
    }

    /** Those the theme names, or everything behind it in the graph. */
    private Set<String> stoppedBy(String code) {
        List<String> named = theme.members().stream()
                .filter(member -> member.itemCode().equals(code))
                .findFirst()
                .map(Theme.Member::stops)
                .orElse(null);
        return named != null ? Set.copyOf(named) : behind(code);
    }

    private Set<String> behind(String code) {
        Set<String> behind = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(code));
        while (!next.isEmpty()) {
            String from = next.removeFirst();
            Stream.concat(file.application().edges().stream(), file.application().fromBefore().stream())
                    .filter(edge -> edge.from().equals(from) && behind.add(edge.to()))
                    .forEach(edge -> next.add(edge.to()));
        }
        return behind;
    }

    private void starts(Map<String, End> before) {
        Acceptance acceptance = file.acceptance();
        if (acceptance == null) {
            return;
        }
        for (Member member : file.members()) {
            String code = member.itemCode();
            if (member.progress() == MemberProgress.WAITING && !ended.containsKey(code)) {
                start(code, acceptance, before);
            }
        }
    }

    private void start(String code, Acceptance acceptance, Map<String, End> before) {
        LocalDate on = acceptance.startDay();
        Instant at = acceptance.at();
        List<@Nullable End> predecessors = new ArrayList<>();
        file.application().edges().stream()
                .filter(edge -> edge.to().equals(code))
                .forEach(edge -> predecessors.add(ended.get(edge.from())));
        file.application().fromBefore().stream()
                .filter(edge -> edge.to().equals(code))
                .forEach(edge -> predecessors.add(before.get(edge.from())));
        for (End end : predecessors) {
            if (end == null) {
                return;
            }
            on = end.on().isAfter(on) ? end.on() : on;
            at = end.at().isAfter(at) ? end.at() : at;
        }
        moves.add(new Move(new JointEvent.MemberOpened(code, on), at));
    }

    private void completes() {
        if (file.acceptance() == null
                || file.members().stream().anyMatch(member -> !ended.containsKey(member.itemCode()))) {
            return;
        }
        ended.values().stream()
                .max(java.util.Comparator.comparing(End::at))
                .ifPresent(last -> moves.add(new Move(new JointEvent.Completed(last.on()), last.at())));
    }
}
