package org.onewindow.cases.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseCommand;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.CaseView;
import org.onewindow.cases.Channel;
import org.onewindow.cases.HandedIn;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.http.Texts;
import org.onewindow.parties.MaskedParty;
import org.onewindow.timelimit.ClockKind;
import org.onewindow.timelimit.ClockReading;
import org.onewindow.timelimit.ClockState;
import org.onewindow.timelimit.Unit;

/** A case as the contract writes it. */
record CaseAnswer(
        String caseNumber,
        @Nullable String queryCode,
        CaseState state,
        ItemAnswer item,
        PartyAnswer applicant,
        List<PartyAnswer> coApplicants,
        @Nullable PartyAnswer representative,
        Channel channel,
        @Nullable String station,
        String department,
        Instant receivedAt,
        @Nullable String currentStep,
        HolderAnswer holder,
        String firstInquiry,
        List<ClockAnswer> clocks,
        List<HandedIn> materials,
        List<String> missingMaterials,
        List<String> allowed,
        List<String> allowedToYou,
        List<BlockedAnswer> blocked,
        List<String> duplicates,
        @Nullable String jointCase,
        CaseView.@Nullable CommitmentView commitment,
        int version) {

    record ItemAnswer(String code, int version, String name, ItemVersion.HandlingClass handlingClass) {

        static ItemAnswer of(ItemVersion item) {
            return new ItemAnswer(item.code(), item.version(), item.name(), item.handlingClass());
        }
    }

    record PartyAnswer(
            String kind,
            String name,
            String idNumber,
            @Nullable String phone) {

        static PartyAnswer of(MaskedParty party) {
            return new PartyAnswer(party.kind().name(), party.name(), party.idNumber(), party.phone());
        }
    }

    record HolderAnswer(String staff, @Nullable String window) {}

    record BlockedAnswer(String command, String rule, String detail) {}

    record ClockAnswer(
            ClockKind kind,
            String reference,
            ClockState state,
            Unit unit,
            int budgetDays,
            int usedDays,
            @Nullable LocalDate dueOn,
            @Nullable Instant dueAt,
            boolean projected,
            boolean provisional) {

        static ClockAnswer of(ClockReading reading) {
            return new ClockAnswer(
                    reading.kind(),
                    reading.reference(),
                    reading.state(),
                    reading.unit(),
                    reading.budgetDays(),
                    reading.usedDays(),
                    reading.dueOn(),
                    reading.dueAt(),
                    reading.projected(),
                    reading.provisional());
        }
    }

    static CaseAnswer of(CaseView view, Texts texts, Locale locale) {
        MaskedParty representative = view.representative();
        return new CaseAnswer(
                view.caseNumber(),
                view.queryCode(),
                view.state(),
                ItemAnswer.of(view.item()),
                PartyAnswer.of(view.applicant()),
                view.coApplicants().stream().map(PartyAnswer::of).toList(),
                representative == null ? null : PartyAnswer.of(representative),
                view.channel(),
                view.station(),
                view.department(),
                view.receivedAt(),
                view.currentStep(),
                new HolderAnswer(view.holder(), view.window()),
                view.firstInquiry(),
                view.clocks().stream().map(ClockAnswer::of).toList(),
                view.materials(),
                view.missingMaterials(),
                view.allowed().stream().map(CaseCommand::word).toList(),
                view.allowedToYou().stream().map(CaseCommand::word).toList(),
                view.blocked().stream()
                        .map(blocked -> new BlockedAnswer(
                                blocked.command().word(),
                                blocked.refusal().rule(),
                                texts.reason(blocked.refusal(), locale).detail()))
                        .toList(),
                view.duplicates(),
                view.joint(),
                view.commitment(),
                view.version());
    }
}
