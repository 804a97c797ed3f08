package org.onewindow.portal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.FeeKind;
import org.onewindow.catalogue.ItemVersion.HandlingClass;
import org.onewindow.catalogue.ItemVersion.StatutoryLimit;
import org.onewindow.divisions.Department;
import org.onewindow.divisions.Divisions;
import org.onewindow.divisions.Remedies;
import org.onewindow.divisions.Zone;
import org.onewindow.http.Texts;
import org.onewindow.kernel.Fen;
import org.springframework.stereotype.Component;

/** Makes an item's guide page: the eight disclosures in the order in which people ask for them (K2). */
@Component
class Guides {

    private final Catalogue catalogue;
    private final Divisions divisions;
    private final ItemWords words;
    private final Texts texts;

    Guides(Catalogue catalogue, Divisions divisions, ItemWords words, Texts texts) {
        this.catalogue = catalogue;
        this.divisions = divisions;
        this.words = words;
        this.texts = texts;
    }

    /** A number with its unit, or a word. */
    record Figure(String value, @Nullable String unit) {}

    /** Where to go. */
    record WindowSign(String number, String name, String zone) {}

    /** One price. */
    record Price(String situation, String basis, String price) {}

    /** Everything the page shows beside the item itself. */
    record Guide(
            ItemVersion item,
            String name,
            String departmentCode,
            String department,
            String consultPhone,
            String supervisePhone,
            boolean receivable,
            Figure committed,
            Figure statutory,
            Figure visits,
            Figure cost,
            List<Price> feeLines,
            List<String> basis,
            String remedyWords,
            List<WindowSign> windows) {}

    Guide of(ItemVersion item, Locale locale) {
        Department department = divisions.department(item.departmentCode());
        return new Guide(
                item,
                words.name(item, locale),
                department.code(),
                words.name(department, locale),
                department.consultPhone(),
                department.supervisePhone(),
                catalogue.inEffect(item.code()).isPresent(),
                committed(item, locale),
                statutory(item.statutory(), locale),
                visits(item, locale),
                cost(item, locale),
                item.fee().lines().stream()
                        .map(line -> new Price(
                                line.situation(),
                                line.basis(),
                                texts.text(
                                        locale,
                                        "portal.fee.per",
                                        texts.money(new Fen(line.priceFen()), locale),
                                        line.unit())))
                        .toList(),
                Arrays.asList(item.legalBasis().split("；", -1)),
                remedies(catalogue.remedies(item), locale),
                catalogue.windowsOf(item.code()).stream()
                        .flatMap(number -> divisions.findWindow(number).stream())
                        .map(window -> new WindowSign(window.number(), window.name(), zone(window.zone())))
                        .toList());
    }

    private Figure committed(ItemVersion item, Locale locale) {
        return item.handlingClass() == HandlingClass.IMMEDIATE
                ? new Figure(texts.text(locale, "portal.on-the-spot"), null)
                : new Figure(String.valueOf(item.committedDays()), texts.text(locale, "portal.unit.WORKING_DAY"));
    }

    private Figure statutory(@Nullable StatutoryLimit limit, Locale locale) {
        return limit == null
                ? new Figure(texts.text(locale, "portal.no-limit"), null)
                : new Figure(String.valueOf(limit.limit()), texts.text(locale, "portal.unit." + limit.unit()));
    }

    private Figure visits(ItemVersion item, Locale locale) {
        return new Figure(
                String.valueOf(item.visits()),
                texts.text(locale, item.visits() == 1 ? "portal.unit.visits.one" : "portal.unit.visits"));
    }

    private Figure cost(ItemVersion item, Locale locale) {
        FeeKind kind = item.fee().kind();
        if (kind == FeeKind.FIXED && item.fee().lines().size() == 1) {
            return new Figure(texts.money(new Fen(item.fee().lines().getFirst().priceFen()), locale), null);
        }
        return new Figure(texts.text(locale, "portal.cost." + kind), null);
    }

    private String remedies(Remedies remedies, Locale locale) {
        String body = remedies.reconsiderationBody();
        return body == null
                ? texts.text(locale, "portal.remedies.court", remedies.court(), remedies.litigationMonths())
                : texts.text(
                        locale,
                        "portal.remedies",
                        body,
                        remedies.reconsiderationDays(),
                        remedies.court(),
                        remedies.litigationMonths());
    }

    private String zone(String code) {
        return divisions.zones().stream()
                .filter(zone -> zone.code().equals(code))
                .map(Zone::name)
                .findFirst()
                .orElse(code);
    }
}
