package org.onewindow.catalogue;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.onewindow.catalogue.ItemVersion.State;
import org.onewindow.catalogue.model.Pinyin;
import org.onewindow.catalogue.model.SearchIndex;
import org.onewindow.catalogue.model.VersionLife;
import org.onewindow.catalogue.store.StoredVersion;
import org.onewindow.kernel.Bug;

/**
 * The whole filed catalogue as of one revision and one day, in memory and immutable.
 *
 * @param versions every filed version by item and number
 * @param inEffect what can be received on the day, by code
 * @param latest what counts for an item on the day or did last, by code
 */
record Shelf(
        long revision,
        LocalDate day,
        Map<String, Map<Integer, ItemVersion>> versions,
        TreeMap<String, ItemVersion> inEffect,
        Map<String, ItemVersion> latest,
        Map<String, List<String>> windows,
        List<Theme> themes,
        SearchIndex index) {

    static Shelf of(
            long revision,
            LocalDate day,
            List<StoredVersion> filed,
            Map<String, List<String>> windows,
            List<Theme> themes,
            Pinyin pinyin) {
        Map<String, Map<Integer, ItemVersion>> versions = new HashMap<>();
        TreeMap<String, ItemVersion> inEffect = new TreeMap<>();
        Map<String, ItemVersion> latest = new HashMap<>();
        filed.stream().collect(groupingBy(one -> one.content().code())).forEach((code, ofItem) -> {
            List<VersionLife.Dates> dates = ofItem.stream().map(Shelf::dates).toList();
            Map<Integer, ItemVersion> numbered = ofItem.stream()
                    .map(one -> one.content().in(VersionLife.stateOn(day, dates(one), dates), one.effectiveFrom()))
                    .collect(toMap(ItemVersion::version, one -> one));
            versions.put(code, numbered);
            for (ItemVersion version : numbered.values()) {
                if (version.state() == State.IN_EFFECT) {
                    inEffect.put(code, version);
                }
                if (version.state() == State.IN_EFFECT || version.state() == State.RETIRED) {
                    latest.put(code, version);
                }
            }
        });
        return new Shelf(
                revision,
                day,
                versions,
                inEffect,
                latest,
                windows,
                themes,
                SearchIndex.over(new ArrayList<>(inEffect.values()), pinyin));
    }

    private static VersionLife.Dates dates(StoredVersion one) {
        LocalDate from = one.effectiveFrom();
        if (from == null) {
            throw Bug.found("a filed version without a day to take effect: "
                    + one.content().code());
        }
        return new VersionLife.Dates(one.content().version(), from, one.retiredFrom());
    }
}
