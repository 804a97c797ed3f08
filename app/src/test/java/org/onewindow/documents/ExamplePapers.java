package org.onewindow.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.onewindow.documents.MaterialLine.Form;

/** One good example of each paper, all of the same imaginary case in the demonstration county. */
final class ExamplePapers {

    static final LocalDate MON_2026_11_23 = LocalDate.of(2026, 11, 23);
    static final Instant MON_2026_11_23_0905 = Instant.parse("2026-11-23T01:05:00Z");

    private ExamplePapers() {}

    static Issuer anIssuer() {
        return new Issuer("示范县市场监督管理局", "行政审批专用章", "示范县政务服务中心", "示范县云桥街道政通路1号", "0000-10000101", "0000-10000199");
    }

    static Head aHead(DocumentKind kind) {
        return new Head(
                DocumentNumbers.of("示市监", kind, 2026, 17, 1),
                MON_2026_11_23,
                anIssuer(),
                "https://zwfw.example/track?n=990101-20261123-00000017-5");
    }

    static CaseFacts someFacts() {
        return new CaseFacts(
                "990101-20261123-00000017-5", "SF0101009", "食品经营许可（新办）", "欧阳𠮷䶮", "990101199003078817", null);
    }

    static List<MaterialLine> someMaterials() {
        return List.of(
                new MaterialLine("食品经营许可申请书", Form.ORIGINAL, 1, 4, ""),
                new MaterialLine("营业执照", Form.ELECTRONIC, 1, 1, "数据共享，免提交"),
                new MaterialLine("经营场所设备布局、操作流程等示意图", Form.ORIGINAL, 1, 3, ""),
                new MaterialLine("食品安全规章制度", Form.COPY, 1, 12, "加盖公章"),
                new MaterialLine("法定代表人（负责人）身份证", Form.SHOWN, 1, 1, "核验后当场退还"));
    }

    static ReceiptPaper aReceipt() {
        return new ReceiptPaper(
                new Head(
                        DocumentNumbers.of("示市监", DocumentKind.RECEIPT, 2026, 17, 1),
                        MON_2026_11_23,
                        anIssuer(),
                        "https://zwfw.example/track?n=990101-20261123-00000017-5&code=K7QM-4TXW-9A"),
                someFacts(),
                MON_2026_11_23_0905,
                ReceiptPaper.Channel.WINDOW,
                "A03 市场监管局食品药品许可窗口",
                "李清",
                someMaterials(),
                List.of(),
                "K7QM-4TXW-9A",
                new ReceiptPaper.Promise(
                        false, LocalDate.of(2026, 11, 30), Days.working(8), LocalDate.of(2026, 12, 3), false));
    }

    static List<MaterialLine> manyMaterials(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> new MaterialLine("第" + n + "号证明材料", Form.COPY, 1, n, ""))
                .toList();
    }
}
