package org.onewindow.access;

import java.util.List;

/** A county small enough to read: two departments, three windows, a township with a village. */
public final class ACounty {

    public static final String FOOD = "SF0101010";
    public static final String LICENCE = "SF0101001";
    public static final String HOUSEHOLD = "SF0703001";

    private ACounty() {}

    public static DemonstrationCounty aCounty() {
        return new DemonstrationCounty(
                List.of(
                        new DemonstrationCounty.Window("A02", false, List.of(LICENCE)),
                        new DemonstrationCounty.Window("A03", false, List.of(FOOD)),
                        new DemonstrationCounty.Window("H06", true, List.of())),
                List.of(
                        new DemonstrationCounty.Department("BM01", "市场监管局", List.of(LICENCE, FOOD)),
                        new DemonstrationCounty.Department("BM03", "公安户政", List.of(HOUSEHOLD))),
                List.of(
                        new DemonstrationCounty.Division("990101100", "青屏镇"),
                        new DemonstrationCounty.Division("990101100200", "小河村")));
    }
}
