package org.onewindow.http;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onewindow.kernel.Refusal;

/** The order of the rules in the domain's page: the first of a refusal's rules is its {@code rule}. */
final class RuleOrder {

    private static final List<String> RULES = List.of(("K1 K2 K3 K4 K5 K6 K6b K6a K7 K8 K9 K10 K11 K12 K13 "
                    + "C1 C1a C2 C3 C4 C5 C6 C7 C7a C7b C8 C8a C9 C10 C11 C12 C13 C14 C15 C16 C17 C18 C19 C20 C21 C22 "
                    + "T0 T1 T2 T3 T4 T5 T6 T7 T8 T9 T10 T11 T12 T13 T14 T15 J1 J2 J3 J4 J5 J6 "
                    + "S1 S2 S3 S4 S5 S6 S7 S8 S9 S10 F1 F2 F3 F4 F5 F6 F7 P1 P2 P3 P3a P4 P5 P6 P7 "
                    + "N1 N2 N3 N4 N5 N6 N7 N8 V1 V2 V3 G1 G2 G3 G4")
            .split(" ", -1));

    private static final Map<String, Integer> PLACE = new HashMap<>();

    static {
        for (int place = 0; place < RULES.size(); place++) {
            PLACE.put(RULES.get(place), place);
        }
    }

    private RuleOrder() {}

    /** Refusals in the order of their rules; unknown rules last; equal ones stay as they are. */
    static List<Refusal> sorted(List<Refusal> refusals) {
        return refusals.stream()
                .sorted(Comparator.comparingInt(refusal -> PLACE.getOrDefault(refusal.rule(), RULES.size())))
                .toList();
    }
}
