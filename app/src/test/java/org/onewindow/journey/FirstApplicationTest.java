package org.onewindow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.onewindow.journey.Centre.Answered;
import org.onewindow.parties.Parties;
import org.springframework.beans.factory.annotation.Autowired;

/** Who applies for the first time is kept with the case, once (V3, C12). */
class FirstApplicationTest extends SharedCentre {

    @Autowired
    private Parties parties;

    @Test
    void V3_a_person_who_applies_for_the_first_time_at_several_windows_at_once_is_kept_once() throws Exception {
        String idNumber = "11010519491231010X";
        int windows = 6;
        CyclicBarrier together = new CyclicBarrier(windows);
        try (ExecutorService clerks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answered>> receipts = new ArrayList<>();
            for (int window = 0; window < windows; window++) {
                receipts.add(clerks.submit(() -> {
                    together.await();
                    return as("clerk.a03").post("/api/v1/cases", application(FOOD, "A03", FOOD_PAPERS, idNumber));
                }));
            }
            for (Future<Answered> receipt : receipts) {
                assertThat(receipt.get().status())
                        .as("%s", receipt.get().body())
                        .isEqualTo(201);
            }
        }

        assertThat(parties.withIdNumber(idNumber)).hasSize(1);
    }

    @Test
    void V3_families_who_apply_for_the_first_time_together_at_several_windows_at_once_are_kept_once() throws Exception {
        int windows = 8;
        for (int round = 0; round < 4; round++) {
            String numbers = "4405241880010" + (10 + round);
            CyclicBarrier together = new CyclicBarrier(windows);
            try (ExecutorService clerks = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Answered>> receipts = new ArrayList<>();
                for (int window = 0; window < windows; window++) {
                    String one = idNumber(numbers, window);
                    String next = idNumber(numbers, (window + 1) % windows);
                    receipts.add(clerks.submit(() -> {
                        together.await();
                        return as("clerk.a03").post("/api/v1/cases", family(one, next));
                    }));
                }
                for (Future<Answered> receipt : receipts) {
                    assertThat(receipt.get().status())
                            .as("%s", receipt.get().body())
                            .isEqualTo(201);
                }
            }
            for (int window = 0; window < windows; window++) {
                assertThat(parties.withIdNumber(idNumber(numbers, window))).hasSize(1);
            }
        }
    }

    private static String family(String one, String other) {
        return application(FOOD, "A03", FOOD_PAPERS, one)
                .replace(
                        "\"coApplicants\":[]",
                        "\"coApplicants\":[{\"kind\":\"PERSON\",\"name\":\"张三\",\"idNumber\":\"" + other + "\"}]");
    }

    /** With the check digit that belongs to it. */
    private static String idNumber(String begin, int serial) {
        String digits = begin + "0" + serial;
        digits = digits + "0".repeat(17 - digits.length());
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += weights[i] * Character.digit(digits.charAt(i), 10);
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    @Test
    void C12_with_the_second_application_the_clerk_is_told_of_the_first() {
        String body = application(FOOD, "A03", FOOD_PAPERS, "110105194912310185");
        Answered first = as("clerk.a03").post("/api/v1/cases", body);
        assertThat(first.body().get("duplicates")).isEmpty();

        Answered second = as("clerk.a03").post("/api/v1/cases", body);

        assertThat(second.body().get("duplicates").get(0).asString()).isEqualTo(first.text("caseNumber"));
    }

    @Test
    void C12_a_slip_in_the_name_does_not_hide_the_pending_application_of_the_same_id_number() {
        String body = application(FOOD, "A03", FOOD_PAPERS, "110105194912310265");
        Answered first = as("clerk.a03").post("/api/v1/cases", body);

        Answered second = as("clerk.a03").post("/api/v1/cases", body.replace("张三", "章三"));

        assertThat(second.status()).as("%s", second.body()).isEqualTo(201);
        assertThat(second.body().get("duplicates").get(0).asString()).isEqualTo(first.text("caseNumber"));
        assertThat(parties.withIdNumber("110105194912310265")).hasSize(2);
    }

    @Test
    void V3_everybody_named_in_a_first_application_is_kept_with_it_and_shown_masked() {
        String body = application(FOOD, "A03", FOOD_PAPERS, "110105194912310206")
                .replace(
                        "\"coApplicants\":[]",
                        "\"coApplicants\":[{\"kind\":\"PERSON\",\"name\":\"欧阳明日\",\"idNumber\":\"110105194912310222\"}]");

        Answered received = as("clerk.a03").post("/api/v1/cases", body);

        assertThat(received.status()).as("%s", received.body()).isEqualTo(201);
        assertThat(received.body().at("/coApplicants/0/name").asString())
                .startsWith("欧")
                .contains("*")
                .doesNotContain("明日");
        assertThat(parties.withIdNumber("110105194912310222")).hasSize(1);
    }
}
