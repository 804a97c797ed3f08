package org.onewindow.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is written in each step: the size and shape of real steps. */
final class Samples {

    static final List<String> TYPES = List.of(
            "matter.received",
            "matter.accepted",
            "matter.step-completed",
            "matter.step-completed",
            "matter.step-completed",
            "matter.decided",
            "matter.paid",
            "matter.completed",
            "matter.delivered");

    static final List<String> STATES = List.of(
            "RECEIVED", "ACCEPTED", "ACCEPTED", "ACCEPTED", "ACCEPTED", "DECIDED", "DECIDED", "COMPLETED", "DELIVERED");

    private Samples() {}

    /** What a case's row holds beside its columns: the facts so far, which grow with each step. */
    static String content(int step) {
        String steps = IntStream.range(0, step)
                .mapToObj(each -> "{\"step\":\"S" + each
                        + "\",\"began\":\"2026-02-10T01:00:00Z\",\"by\":\"reviewer.d07\",\"outcome\":\"PASS\"}")
                .collect(Collectors.joining(","));
        return "{\"applicant\":4711,\"materials\":[{\"name\":\"食品经营许可申请书\",\"form\":\"ORIGINAL\",\"copies\":1},"
                + "{\"name\":\"营业执照\",\"form\":\"SHOWN\",\"copies\":1}],\"situations\":{\"premises\":\"own\"},\"version\":"
                + (step + 1) + ",\"steps\":[" + steps
                + "],\"clocks\":[{\"kind\":\"COMMITTED\",\"started\":\"2026-02-10T01:00:00Z\",\"budget\":8,\"used\":"
                + step + "}]}";
    }

    /** An event's body. */
    static String body(int step) {
        return "{\"schema\":1,\"step\":\"S" + step
                + "\",\"outcome\":\"PASS\",\"opinion\":\"材料齐全，符合法定形式\",\"due\":\"2026-02-24\","
                + "\"holder\":\"reviewer.d07\",\"party\":" + (4_711 + step)
                + ",\"clock\":{\"kind\":\"COMMITTED\",\"usedDays\":" + step
                + "}}";
    }

    /** An answer as api.md shows it. */
    static byte[] answer(long id, int step) {
        return """
                {"caseNumber":"990101-20261123-%08d-5","queryCode":null,"state":"%s","item":{"code":"11990101MB0000000X400012300400%d","version":1,"name":"食品经营许可（新办）","handlingClass":"COMMITTED"},"applicant":{"kind":"PERSON","name":"欧阳*","idNumber":"99**************1X","phone":"138****4711"},"coApplicants":[],"representative":null,"channel":"WINDOW","station":null,"department":"scjg","receivedAt":"2026-11-23T02:17:31.482911Z","currentStep":"S%d","holder":{"staff":"clerk.a03","window":"A03"},"firstInquiry":"clerk.a03","clocks":[{"kind":"ACCEPTANCE","reference":"","state":"MET","unit":"WORKING_DAY","budgetDays":5,"usedDays":1,"dueOn":"2026-11-30","dueAt":"2026-11-30T09:00:00Z","projected":false,"provisional":false},{"kind":"COMMITTED","reference":"","state":"RUNNING","unit":"WORKING_DAY","budgetDays":8,"usedDays":%d,"dueOn":"2026-12-03","dueAt":"2026-12-03T09:00:00Z","projected":false,"provisional":false},{"kind":"STATUTORY","reference":"","state":"RUNNING","unit":"WORKING_DAY","budgetDays":20,"usedDays":%d,"dueOn":"2026-12-21","dueAt":"2026-12-21T09:00:00Z","projected":false,"provisional":false},{"kind":"STEP","reference":"S3","state":"RUNNING","unit":"WORKING_DAY","budgetDays":2,"usedDays":0,"dueOn":"2026-11-25","dueAt":"2026-11-25T09:00:00Z","projected":false,"provisional":false}],"materials":[{"name":"食品经营许可证申请书","form":"ORIGINAL","copies":1,"pages":4},{"name":"营业执照复印件","form":"COPY","copies":1,"pages":1},{"name":"主要设备设施布局、操作流程","form":"ORIGINAL","copies":1,"pages":2}],"missingMaterials":[],"allowed":["complete-step","suspend","extend","forward","withdraw","terminate","hand-over","correct","custody","serve"],"allowedToYou":["complete-step","suspend","hand-over","custody","serve"],"blocked":[{"command":"decide","rule":"C7","detail":"审查环节尚未办结，不能作出决定。"},{"command":"complete","rule":"C8","detail":"尚未作出决定。"}],"duplicates":[],"version":%d}""".formatted(id, STATES.get(step), step, step, step, step, step + 1)
                .getBytes(StandardCharsets.UTF_8);
    }
}
