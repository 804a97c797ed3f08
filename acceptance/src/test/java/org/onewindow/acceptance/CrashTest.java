package org.onewindow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * kill -9 while clerks receive cases: of the program, of the database, of both at once. Whatever was acknowledged is there
 * afterwards, once; whatever wasn't can be sent again with its key and is there once, too. And kill -9 while what is due happens by
 * itself.
 */
@Execution(ExecutionMode.SAME_THREAD)
class CrashTest {

    private static final int CLERKS = 4;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 25;
    private static final int CASES_LEFT_ALONE = 40;
    private static final int KILLS = 3;

    /** A card holds no other objects. */
    private static final Pattern CARD = Pattern.compile("\\{[^{}]*\"colour\"[^{}]*}");

    private static final Pattern NUMBER = Pattern.compile("\"caseNumber\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("\"next\"\\s*:\\s*\"([^\"]+)\"");

    private static final String CASE = """
            {"itemCode":"SF0101009","window":"A03","channel":"WINDOW",
             "applicant":{"kind":"PERSON","name":"张三丰","idNumber":"990101199001011230","phone":"13800000001"},
             "coApplicants":[],"representative":null,"serviceAgent":null,"station":null,
             "situations":{},"override":null,"materials":[]}""";

    private enum Victim {
        PROGRAM,
        DATABASE,
        BOTH
    }

    /** What each key was answered with: the number of its case. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    /** Keys whose answer never came. */
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();

    @Test
    @Timeout(value = 40, unit = TimeUnit.MINUTES)
    void nothing_acknowledged_is_lost_and_nothing_happens_twice() throws Exception {
        try (ServedProgram program = new ServedProgram("--simulation=2026-11-23T01:30:00Z")) {
            program.start();
            for (Victim victim : Victim.values()) {
                receiveUntilKilled(program, victim);
                if (victim != Victim.DATABASE) {
                    program.start();
                }
                sendAgain(program);
            }

            for (Map.Entry<String, String> one : acknowledged.entrySet()) {
                HttpResponse<String> found = program.get("/api/v1/cases/" + one.getValue(), "clerk.a03");
                assertThat(found.statusCode()).as(one.getValue()).isEqualTo(200);
            }
            Set<String> distinct = new HashSet<>(acknowledged.values());
            assertThat(distinct).as("each key made a case of its own").hasSameSizeAs(acknowledged.keySet());
            assertThat(allCases(program)).containsExactlyInAnyOrderElementsOf(distinct);
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(3 * ACKNOWLEDGED_BEFORE_THE_KILL);
        }
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void a_sweep_that_is_killed_while_it_raises_cards_leaves_none_out_and_raises_none_twice() throws Exception {
        try (ServedProgram program = new ServedProgram("--simulation=2026-11-23T01:30:00Z")) {
            program.start();
            for (int number = 0; number < CASES_LEFT_ALONE; number++) {
                receive(program, UUID.randomUUID().toString());
            }
            assertThat(acknowledged).hasSize(CASES_LEFT_ALONE);

            // Nobody touches them. The five days end, the law accepts, and every case gets its cards at the same
            // instants.
            for (int round = 0; round < KILLS; round++) {
                Thread clock = Thread.ofVirtual().start(() -> goTo(program, "2026-12-09T01:00:00Z"));
                TimeUnit.MILLISECONDS.sleep(400 + 700L * round);
                program.killProgram();
                clock.join();
                program.start();
            }
            goTo(program, "2026-12-09T01:00:00Z");

            Map<String, List<String>> cards = cardsByCase(program);
            assertThat(cards.keySet()).containsExactlyInAnyOrderElementsOf(acknowledged.values());
            List<String> expected = cards.values().iterator().next();
            assertThat(expected)
                    .doesNotHaveDuplicates()
                    .contains("RED T4 ACCEPTANCE 2026-11-30T09:00:00Z", "YELLOW S1 STEP 2026-12-07T09:00:00Z");
            assertThat(cards.values()).allSatisfy(each -> assertThat(each).containsExactlyElementsOf(expected));
        }
    }

    private static void goTo(ServedProgram program, String instant) {
        try {
            program.put("/api/v1/simulation/clock", "admin", "{\"instant\":\"" + instant + "\"}");
        } catch (IOException killed) {
            // on the way: it is asked for again
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Each card as {@code colour rule clock instant}, by case, latest first. */
    private static Map<String, List<String>> cardsByCase(ServedProgram program) throws Exception {
        Map<String, List<String>> cards = new HashMap<>();
        String after = "";
        while (true) {
            String page = program.get("/api/v1/supervision/cards?limit=100" + after, "supervisor")
                    .body();
            Matcher card = CARD.matcher(page);
            while (card.find()) {
                String text = card.group();
                cards.computeIfAbsent(field(text, "caseNumber"), _ -> new ArrayList<>())
                        .add(field(text, "colour") + " " + field(text, "rule") + " " + field(text, "clock") + " "
                                + field(text, "raisedAt"));
            }
            Matcher next = NEXT.matcher(page);
            if (!next.find()) {
                return cards;
            }
            after = "&after=" + next.group(1);
        }
    }

    private static String field(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        return found.find() ? found.group(1) : "";
    }

    private void receiveUntilKilled(ServedProgram program, Victim victim) throws Exception {
        int enough = acknowledged.size() + ACKNOWLEDGED_BEFORE_THE_KILL;
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> clerks = new ArrayList<>();
        for (int clerk = 0; clerk < CLERKS; clerk++) {
            clerks.add(Thread.ofVirtual().start(() -> {
                while (!over.get()) {
                    receive(program, UUID.randomUUID().toString());
                }
            }));
        }
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (acknowledged.size() < enough && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(acknowledged.size()).as(program.log()).isGreaterThanOrEqualTo(enough);
        if (victim != Victim.DATABASE) {
            program.killProgram();
        }
        if (victim != Victim.PROGRAM) {
            program.killDatabase();
        }
        over.set(true);
        for (Thread clerk : clerks) {
            clerk.join();
        }
    }

    private void receive(ServedProgram program, String key) {
        unanswered.add(key);
        try {
            HttpResponse<String> answer = program.post("/api/v1/cases", "clerk.a03", key, CASE);
            Matcher number = NUMBER.matcher(answer.body());
            if (answer.statusCode() == 201 && number.find()) {
                acknowledged.put(key, number.group(1));
                unanswered.remove(key);
            }
        } catch (IOException killed) {
            // stays unanswered
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendAgain(ServedProgram program) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (!unanswered.isEmpty() && System.nanoTime() < deadline) {
            for (String key : List.copyOf(unanswered)) {
                receive(program, key);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        assertThat(unanswered).as("answered at last").isEmpty();
    }

    private static List<String> allCases(ServedProgram program) throws Exception {
        List<String> numbers = new ArrayList<>();
        String after = "";
        while (true) {
            String page =
                    program.get("/api/v1/cases?limit=100" + after, "supervisor").body();
            Matcher number = NUMBER.matcher(page);
            while (number.find()) {
                numbers.add(number.group(1));
            }
            Matcher next = NEXT.matcher(page);
            if (!next.find()) {
                return numbers;
            }
            after = "&after=" + next.group(1);
        }
    }
}
