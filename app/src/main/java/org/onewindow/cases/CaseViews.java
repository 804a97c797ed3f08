package org.onewindow.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseView.Blocked;
import org.onewindow.cases.CaseView.NoticePoint;
import org.onewindow.cases.CaseView.Progress;
import org.onewindow.cases.CaseView.StepView;
import org.onewindow.cases.model.CaseClocks;
import org.onewindow.cases.model.CaseFile;
import org.onewindow.cases.model.CaseFile.StepRun;
import org.onewindow.cases.model.CaseRules;
import org.onewindow.cases.model.Context;
import org.onewindow.cases.model.Lifecycle;
import org.onewindow.cases.model.Papers;
import org.onewindow.cases.model.Posts;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.Step;
import org.onewindow.catalogue.ItemVersion.StepKind;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Refusal;
import org.onewindow.parties.MaskedParty;
import org.onewindow.parties.Parties;
import org.onewindow.parties.SealedParty;
import org.springframework.stereotype.Component;

/** Shows a case: facts, clocks, and what may be done by whom. */
@Component
final class CaseViews {

    private final Parties parties;

    CaseViews(Parties parties) {
        this.parties = parties;
    }

    CaseView of(CaseFile file, Context context) {
        return of(file, context, parties.masked(partiesOf(file)), null, List.of());
    }

    /** Of a case whose applicant was read with it. */
    CaseView of(CaseFile file, Context context, SealedParty applicant) {
        return of(file, context, List.of(applicant), null, List.of());
    }

    /** Of a case some of whose parties are at hand, such as one just received, whose parties are kept with it. */
    CaseView of(
            CaseFile file,
            Context context,
            Collection<SealedParty> atHand,
            @Nullable String queryCode,
            List<String> duplicates) {
        Map<Long, MaskedParty> masked = new HashMap<>();
        atHand.forEach(party -> masked.computeIfAbsent(party.id(), _ -> parties.masked(party)));
        List<Long> others =
                partiesOf(file).stream().filter(id -> !masked.containsKey(id)).toList();
        masked.putAll(parties.masked(others));
        return of(file, context, masked, queryCode, duplicates);
    }

    private static CaseView of(
            CaseFile file,
            Context context,
            Map<Long, MaskedParty> masked,
            @Nullable String queryCode,
            List<String> duplicates) {
        ItemVersion item = context.item();
        Actor actor = context.actor();
        Set<CaseCommand> allowed = EnumSet.noneOf(CaseCommand.class);
        Set<CaseCommand> yours = EnumSet.noneOf(CaseCommand.class);
        List<Blocked> blocked = new ArrayList<>();
        for (CaseCommand command : Lifecycle.commands(file.state())) {
            if (!CaseRules.concerns(command, file, context)) {
                continue;
            }
            List<Refusal> refusals = CaseRules.blocked(command, file, context);
            if (!refusals.isEmpty()) {
                refusals.forEach(refusal -> blocked.add(new Blocked(command, refusal)));
                continue;
            }
            allowed.add(command);
            if (!context.ownMatter() && Posts.giving(command, actor, file, item).isPresent()) {
                yours.add(command);
            }
        }
        Long representative = file.representative();
        return new CaseView(
                file.number(),
                queryCode,
                file.state(),
                item,
                masked(masked, file.applicant()),
                file.coApplicants().stream().map(party -> masked(masked, party)).toList(),
                representative == null ? null : masked(masked, representative),
                file.channel(),
                file.window(),
                file.station(),
                file.department(),
                file.holder(),
                file.firstInquiry(),
                file.receivedAt(),
                file.currentStep().map(StepRun::code).orElse(null),
                steps(file, item),
                CaseClocks.read(file, item, context.calendar(), context.time(), context.now()),
                file.materials(),
                Papers.missing(item, Papers.Circumstances.of(file)),
                openPoints(file),
                allowed,
                yours,
                List.copyOf(blocked),
                duplicates,
                file.joint(),
                commitment(file),
                context.brokeCommitment(),
                file.version());
    }

    private static CaseView.@Nullable CommitmentView commitment(CaseFile file) {
        CaseFile.Commitment commitment = file.commitment();
        CommitmentState state = file.commitmentState();
        return commitment == null || state == null
                ? null
                : new CaseView.CommitmentView(
                        state, commitment.signedOn(), commitment.pages(), commitment.standsInFor());
    }

    static List<NoticePoint> openPoints(CaseFile file) {
        return file.openNotice()
                .map(notice -> notice.unmet().stream()
                        .map(point -> new NoticePoint(point.material(), point.problem()))
                        .toList())
                .orElse(List.of());
    }

    static List<Long> partiesOf(CaseFile file) {
        List<Long> ids = new ArrayList<>(file.coApplicants());
        ids.add(file.applicant());
        Long representative = file.representative();
        if (representative != null) {
            ids.add(representative);
        }
        return ids;
    }

    /** All but the applicant. */
    static List<Long> partiesBeside(SealedParty applicant, CaseFile file) {
        return partiesOf(file).stream().filter(id -> id != applicant.id()).toList();
    }

    private static MaskedParty masked(Map<Long, MaskedParty> masked, long party) {
        return Objects.requireNonNull(masked.get(party), "BUG: no party " + party);
    }

    /** Every step of the procedure and how far it is. */
    static List<StepView> steps(CaseFile file, ItemVersion item) {
        int last = -1;
        for (Step step : item.steps()) {
            if (run(file, step) != null) {
                last = item.steps().indexOf(step);
            }
        }
        List<StepView> views = new ArrayList<>();
        for (int i = 0; i < item.steps().size(); i++) {
            Step step = item.steps().get(i);
            StepRun run = run(file, step);
            Instant began = run == null ? null : run.began();
            Instant ended = run == null ? null : run.ended();
            Progress progress;
            if (run == null && step.kind() == StepKind.WORK && file.commitment() != null) {
                progress = Progress.WAIVED;
            } else if (run == null) {
                progress = i < last || file.state().isEnd() ? Progress.SKIPPED : Progress.TO_COME;
            } else {
                progress = ended == null ? Progress.CURRENT : Progress.DONE;
            }
            views.add(new StepView(
                    step, progress, began, ended, run == null ? null : run.outcome(), run == null ? null : run.by()));
        }
        return views;
    }

    private static @Nullable StepRun run(CaseFile file, Step step) {
        return file.steps().stream()
                .filter(candidate -> candidate.code().equals(step.code()))
                .reduce((_, later) -> later)
                .orElse(null);
    }
}
