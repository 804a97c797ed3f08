package org.onewindow.catalogue.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.FeeKind;
import org.onewindow.catalogue.ItemVersion.HandlingClass;
import org.onewindow.divisions.Department;
import org.onewindow.divisions.Division;
import org.onewindow.divisions.Divisions;
import org.onewindow.divisions.Remedies;
import org.onewindow.documents.DocumentKey;
import org.onewindow.documents.DocumentKind;
import org.onewindow.documents.Documents;
import org.onewindow.documents.GuideContent;
import org.onewindow.documents.Head;
import org.onewindow.documents.Issuer;
import org.onewindow.documents.MaterialLine;
import org.onewindow.documents.OnePageGuide;
import org.onewindow.documents.Paper;
import org.onewindow.documents.PaperSettings;
import org.onewindow.documents.Pdf;
import org.onewindow.documents.Remedy;
import org.onewindow.documents.ServiceGuide;
import org.onewindow.http.Texts;
import org.onewindow.kernel.Fen;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The printed service guide (服务指南) and one-page guide (明白卡) of a filed version (K9). Papers are Chinese. A version never
 * changes, so each is set once and kept.
 */
@Component
@EnableConfigurationProperties(PaperSettings.class)
class GuidePapers {

    /** One database runs one county's centre. */
    private static final int CENTRE = 1;

    private static final Locale PAPER = Locale.SIMPLIFIED_CHINESE;

    private final Catalogue catalogue;
    private final Divisions divisions;
    private final Documents documents;
    private final PaperSettings settings;
    private final Texts texts;

    GuidePapers(Catalogue catalogue, Divisions divisions, Documents documents, PaperSettings settings, Texts texts) {
        this.catalogue = catalogue;
        this.divisions = divisions;
        this.documents = documents;
        this.settings = settings;
        this.texts = texts;
    }

    Pdf serviceGuide(ItemVersion item) {
        return documents.pdf(
                key(item, DocumentKind.SERVICE_GUIDE), () -> new ServiceGuide(head(item), content(item)), Paper.A4);
    }

    Pdf onePageGuide(ItemVersion item) {
        return documents.pdf(
                key(item, DocumentKind.ONE_PAGE_GUIDE), () -> new OnePageGuide(head(item), content(item)), Paper.A4);
    }

    private static DocumentKey key(ItemVersion item, DocumentKind kind) {
        return DocumentKey.of(CENTRE, "item:" + item.code() + ":" + item.version(), kind, 1, number(item));
    }

    private static String number(ItemVersion item) {
        return item.code() + "-V" + item.version();
    }

    private Head head(ItemVersion item) {
        Department department = divisions.department(item.departmentCode());
        String county = divisions.county().map(Division::name).orElse("");
        return new Head(
                number(item),
                Objects.requireNonNullElse(item.effectiveFrom(), LocalDate.EPOCH),
                new Issuer(
                        department.name(),
                        "",
                        settings.hall().isEmpty() ? text("guide.hall", county) : settings.hall(),
                        settings.address(),
                        department.consultPhone(),
                        department.supervisePhone()),
                settings.publicAddress() + "/items/" + item.code());
    }

    GuideContent content(ItemVersion item) {
        Remedies remedies = catalogue.remedies(item);
        return new GuideContent(
                item.code(),
                item.name(),
                item.version(),
                item.effectiveFrom(),
                text("guide.type." + item.type()),
                text("guide.class." + item.handlingClass()),
                text("guide.object." + item.object()),
                divisions.department(item.departmentCode()).name(),
                item.legalBasis(),
                item.conditions(),
                item.materials().stream().map(GuidePapers::material).toList(),
                item.steps().stream()
                        .map(step -> new GuideContent.GuideStep(
                                GuideContent.StepKind.valueOf(step.kind().name()),
                                step.name(),
                                step.post(),
                                step.days()))
                        .toList(),
                item.specialProcedures().stream().map(this::procedure).toList(),
                commitment(item.commitment()),
                statutory(item),
                item.handlingClass() == HandlingClass.IMMEDIATE
                        ? text("guide.on-the-spot")
                        : text("guide.days.WORKING_DAY", item.committedDays()),
                fee(item),
                item.fee().lines().stream()
                        .map(line -> new GuideContent.GuideFee(
                                line.situation(),
                                text("guide.per", texts.money(new Fen(line.priceFen()), PAPER), line.unit()),
                                line.basis()))
                        .toList(),
                item.result(),
                item.validity(),
                item.visits(),
                presence(item),
                windows(item),
                text("guide.hours"),
                new Remedy(
                        remedies.reconsiderationBody(),
                        remedies.reconsiderationDays(),
                        remedies.court(),
                        remedies.litigationMonths()));
    }

    private static GuideContent.GuideMaterial material(ItemVersion.Material material) {
        return new GuideContent.GuideMaterial(
                new MaterialLine(
                        material.name(),
                        MaterialLine.Form.valueOf(material.form().name()),
                        material.copies(),
                        material.pages(),
                        material.condition()),
                GuideContent.Source.valueOf(material.source().name()),
                GuideContent.Necessity.valueOf(material.necessity().name()));
    }

    private String procedure(ItemVersion.SpecialProcedure procedure) {
        return text(
                procedure.stopsClock() ? "guide.procedure.stops" : "guide.procedure.runs",
                procedure.name(),
                text("guide.days." + procedure.unit(), procedure.days()));
    }

    private String commitment(ItemVersion.@Nullable Commitment commitment) {
        return commitment == null
                ? ""
                : text(
                        commitment.standsInFor().isEmpty() ? "guide.commitment" : "guide.commitment.papers",
                        String.join("、", commitment.standsInFor()),
                        commitment.checkDays(),
                        commitment.putRightDays());
    }

    private String statutory(ItemVersion item) {
        ItemVersion.StatutoryLimit limit = item.statutory();
        return limit == null
                ? text("guide.no-limit")
                : text("guide.statutory." + limit.startsOn(), text("guide.days." + limit.unit(), limit.limit()));
    }

    private String fee(ItemVersion item) {
        FeeKind kind = item.fee().kind();
        if (kind == FeeKind.FIXED && item.fee().lines().size() == 1) {
            return texts.money(new Fen(item.fee().lines().getFirst().priceFen()), PAPER);
        }
        return text("guide.fee." + kind);
    }

    private String presence(ItemVersion item) {
        if (item.presenceRequired()) {
            return text("guide.presence.required");
        }
        return text(item.agentAllowed() ? "guide.presence.agent" : "guide.presence.none");
    }

    private List<String> windows(ItemVersion item) {
        return catalogue.windowsOf(item.code()).stream()
                .map(number -> divisions
                        .findWindow(number)
                        .map(window -> text("guide.window", number, window.name()))
                        .orElse(number))
                .toList();
    }

    private String text(String key, Object... arguments) {
        return texts.text(PAPER, key, arguments);
    }
}
