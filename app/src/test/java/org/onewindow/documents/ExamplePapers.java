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

    static Remedy aRemedy() {
        return new Remedy("示范县人民政府", 60, "示范县人民法院", 6);
    }

    static SupplementNotice aSupplementNotice() {
        return new SupplementNotice(
                aHead(DocumentKind.SUPPLEMENT_NOTICE),
                someFacts(),
                MON_2026_11_23_0905,
                List.of(
                        new SupplementNotice.Defect("食品经营许可申请书", "第3页“经营项目”未填写；请逐项勾选并由法定代表人（负责人）签名。"),
                        new SupplementNotice.Defect("经营场所设备布局、操作流程等示意图", "未标明原料贮存、加工和餐用具清洗消毒区域；请补充标注，并注明各区域面积。"),
                        new SupplementNotice.Defect("食品安全规章制度", "缺少进货查验记录制度；请补充。")),
                Days.working(10),
                LocalDate.of(2026, 12, 7),
                false,
                "《中华人民共和国行政许可法》第三十二条第一款第四项",
                false,
                "《示范县政务服务办件管理办法》第十八条",
                null,
                "李清");
    }

    static AcceptanceNotice anAcceptanceNotice() {
        return new AcceptanceNotice(
                aHead(DocumentKind.ACCEPTANCE_NOTICE),
                someFacts(),
                MON_2026_11_23,
                MON_2026_11_23,
                Days.working(8),
                LocalDate.of(2026, 12, 3),
                Days.working(10),
                LocalDate.of(2026, 12, 7),
                false,
                "《中华人民共和国行政许可法》第三十二条第一款第五项、《中华人民共和国食品安全法》第三十五条",
                someMaterials(),
                List.of(new PromisedPaper("食品安全规章制度", LocalDate.of(2026, 12, 1))),
                List.of("检测（7个工作日）"),
                "",
                "李清");
    }

    static DeemedAcceptanceVoucher aDeemedAcceptance() {
        return new DeemedAcceptanceVoucher(
                aHead(DocumentKind.DEEMED_ACCEPTANCE),
                someFacts(),
                LocalDate.of(2026, 9, 20),
                LocalDate.of(2026, 9, 28),
                LocalDate.of(2026, 9, 20),
                Days.working(8),
                LocalDate.of(2026, 10, 9),
                Days.working(20),
                LocalDate.of(2026, 10, 23),
                false,
                "《中华人民共和国行政许可法》第三十二条第一款第四项");
    }

    static NonAcceptanceDecision aNonAcceptance(NonAcceptanceDecision.Ground ground) {
        return new NonAcceptanceDecision(
                aHead(DocumentKind.NON_ACCEPTANCE),
                someFacts(),
                MON_2026_11_23,
                ground,
                "经营场所位于示范市高新区，该区域的食品经营许可由示范市高新区市场监督管理局实施，本局对该区域没有管辖权。",
                "《中华人民共和国行政许可法》第三十二条第一款第二项",
                ground == NonAcceptanceDecision.Ground.NOT_OUR_AUTHORITY
                        ? "示范市高新区市场监督管理局（示范市高新区创新路8号，电话0000-20000101）"
                        : null,
                aRemedy());
    }

    static SpecialProcedureNotice aSpecialProcedureNotice() {
        return new SpecialProcedureNotice(
                aHead(DocumentKind.SPECIAL_PROCEDURE_NOTICE),
                someFacts(),
                MON_2026_11_23,
                "检测",
                "《中华人民共和国行政许可法》第四十五条",
                "需要核对生活饮用水水质",
                Days.working(7),
                LocalDate.of(2026, 11, 24),
                LocalDate.of(2026, 12, 3),
                LocalDate.of(2026, 12, 14),
                false,
                "王岚");
    }

    static ExtensionNotice anExtensionNotice() {
        return new ExtensionNotice(
                aHead(DocumentKind.EXTENSION_NOTICE),
                someFacts(),
                MON_2026_11_23,
                "申请材料涉及的消防安全事项须会同有关部门核实",
                "《中华人民共和国行政许可法》第四十二条第一款",
                Days.working(5),
                LocalDate.of(2026, 12, 3),
                LocalDate.of(2026, 12, 10),
                LocalDate.of(2027, 1, 4),
                true,
                "示范县市场监督管理局局长");
    }

    static HearingRightsNotice aHearingRightsNotice() {
        return new HearingRightsNotice(
                aHead(DocumentKind.HEARING_RIGHTS_NOTICE),
                someFacts(),
                "经营场所的油烟排放口距相邻住宅的窗户不足十米",
                Days.working(5),
                LocalDate.of(2026, 11, 30),
                false,
                "王岚");
    }

    static HearingNotice aHearingNotice() {
        return new HearingNotice(
                aHead(DocumentKind.HEARING_NOTICE),
                someFacts(),
                LocalDate.of(2026, 12, 8),
                Instant.parse("2026-12-08T01:30:00Z"),
                "政务服务中心三楼会议室",
                "赵立",
                "经营场所的油烟排放口距相邻住宅的窗户不足十米",
                "王岚");
    }

    static DecisionPaper aDecision(DecisionPaper.Type type, boolean granted) {
        return new DecisionPaper(
                aHead(DocumentKind.DECISION),
                someFacts(),
                type,
                granted,
                MON_2026_11_23,
                MON_2026_11_23,
                granted
                        ? "经营场所、设备布局和食品安全管理制度符合规定的条件。"
                        : "一、经营场所与垃圾站的距离不足10米，不符合《食品经营许可审查通则》第十二条的规定。\n" + "二、未配备与经营项目相适应的冷藏设备。",
                "《中华人民共和国行政许可法》第三十八条",
                granted ? "食品经营许可证" : "",
                granted ? "五年" : "",
                null,
                granted ? LocalDate.of(2026, 12, 17) : null,
                aRemedy());
    }

    static TerminationNotice aTermination(TerminationNotice.Cause cause) {
        boolean silent = cause == TerminationNotice.Cause.NOT_SUPPLEMENTED;
        return new TerminationNotice(
                aHead(DocumentKind.TERMINATION_NOTICE),
                someFacts(),
                cause,
                silent ? "期限届满，未收到补正材料，经提醒仍未补正。" : "申请人已于2026年11月25日办理注销登记，申请的主体资格终止。",
                silent ? "《示范县政务服务办件管理办法》第十八条" : "《中华人民共和国行政许可法》第七十条",
                silent ? DocumentNumbers.of("示市监", DocumentKind.SUPPLEMENT_NOTICE, 2026, 17, 1) : null,
                silent ? LocalDate.of(2026, 12, 7) : null,
                List.of("食品经营许可申请书（4页）", "经营场所设备布局、操作流程等示意图（3页）"),
                aRemedy());
    }

    static WithdrawalConfirmation aWithdrawal() {
        return new WithdrawalConfirmation(
                aHead(DocumentKind.WITHDRAWAL_CONFIRMATION),
                someFacts(),
                MON_2026_11_23,
                Instant.parse("2026-11-25T07:30:00Z"),
                "经营场所另有安排",
                List.of("食品经营许可申请书（4页）"),
                "李清");
    }

    static DocumentsToFollowPromise aPromise() {
        return new DocumentsToFollowPromise(
                aHead(DocumentKind.DOCUMENTS_TO_FOLLOW_PROMISE),
                someFacts(),
                List.of(new PromisedPaper("食品安全规章制度", LocalDate.of(2026, 12, 1))),
                false,
                "《示范县容缺受理管理办法》第六条");
    }

    private static final String ON_COMMITMENTS = "《国务院办公厅关于全面推行证明事项和涉企经营许可事项告知承诺制的指导意见》（国办发〔2020〕42号）";

    static CommitmentLetter aCommitment() {
        return new CommitmentLetter(
                aHead(DocumentKind.COMMITMENT_LETTER),
                someFacts(),
                ON_COMMITMENTS,
                "《出版管理条例》第三十五条",
                List.of("有固定经营场所", "经营范围为出版物零售"),
                List.of("出版物零售业务申请表"),
                List.of("住所（场所）使用证明"),
                "出版物经营许可证",
                Days.working(40),
                Days.working(10));
    }

    static PuttingRightOrder anOrder() {
        return new PuttingRightOrder(
                aHead(DocumentKind.PUTTING_RIGHT_ORDER),
                someFacts(),
                MON_2026_11_23,
                DocumentNumbers.of("示市监", DocumentKind.DECISION, 2026, 17, 1),
                MON_2026_11_23,
                "2026年12月3日实地核查，登记的经营场所没有租用。",
                Days.working(10),
                ON_COMMITMENTS,
                aRemedy());
    }

    static RevocationPaper aRevocation() {
        return new RevocationPaper(
                aHead(DocumentKind.REVOCATION),
                someFacts(),
                MON_2026_11_23,
                DocumentNumbers.of("示市监", DocumentKind.DECISION, 2026, 17, 1),
                MON_2026_11_23,
                "出版物经营许可证",
                "承诺的经营场所不实，责令整改后逾期未整改。",
                "《中华人民共和国行政许可法》第六十九条第二款、" + ON_COMMITMENTS,
                aRemedy());
    }

    static PickUpRecord aPickUp() {
        return new PickUpRecord(
                aHead(DocumentKind.PICK_UP_RECORD),
                someFacts(),
                List.of(
                        new PickUpRecord.Result("食品经营许可证", "JY29901010000017", 1),
                        new PickUpRecord.Result(
                                "准予行政许可决定书", DocumentNumbers.of("示市监", DocumentKind.DECISION, 2026, 17, 1), 1)),
                "欧阳𠮷䶮",
                "居民身份证（尾号8817）",
                true,
                PickUpRecord.Method.WINDOW,
                Instant.parse("2026-12-03T02:20:00Z"),
                "李清");
    }

    static ServiceRecord aServiceRecord() {
        return new ServiceRecord(
                aHead(DocumentKind.SERVICE_RECORD),
                someFacts(),
                List.of(new ServiceRecord.Served(
                        "准予行政许可决定书", DocumentNumbers.of("示市监", DocumentKind.DECISION, 2026, 17, 1))),
                "直接送达",
                Instant.parse("2026-12-03T02:20:00Z"),
                "欧阳𠮷䶮",
                null,
                null,
                null,
                List.of("李清", "王岚"));
    }

    static ConsultationSheet aConsultation() {
        return new ConsultationSheet(
                aHead(DocumentKind.CONSULTATION_SHEET),
                MON_2026_11_23_0905,
                "欧阳𠮷䶮",
                "开一家小面馆要办什么证，要带什么？",
                "食品经营许可（新办）",
                "《中华人民共和国食品安全法》第三十五条",
                "法定时限10个工作日，承诺时限8个工作日",
                List.of("受理", "审查", "决定", "制证", "送达"),
                someMaterials(),
                "不收费",
                List.of(new ConsultationSheet.Reply("示范县税务局", "领取营业执照后三十日内办理税务信息确认，不收费。")),
                "先在A02窗口办理个体工商户设立登记，取得营业执照后，凭下列材料在A03窗口申请食品经营许可；两项也可以按“开办餐饮店一件事”一次申请。",
                null,
                "李清");
    }

    static GuideContent aGuide() {
        return new GuideContent(
                "SF0101009",
                "食品经营许可（新办）",
                1,
                LocalDate.of(2026, 1, 1),
                "行政许可",
                "承诺件",
                "自然人、法人和其他组织",
                "示范县市场监督管理局",
                "《中华人民共和国食品安全法》第三十五条；《食品经营许可和备案管理办法》第四条",
                List.of("具有与经营的食品品种、数量相适应的经营场所", "具有相应的经营设备或者设施", "有专职或者兼职的食品安全管理人员和规章制度"),
                someMaterials().stream()
                        .map(line -> new GuideContent.GuideMaterial(
                                line,
                                line.form() == Form.ELECTRONIC
                                        ? GuideContent.Source.SHARED
                                        : GuideContent.Source.APPLICANT,
                                line.form() == Form.ELECTRONIC
                                        ? GuideContent.Necessity.EXEMPT
                                        : GuideContent.Necessity.REQUIRED))
                        .toList(),
                List.of(
                        new GuideContent.GuideStep(GuideContent.StepKind.ACCEPT, "受理", "窗口受理岗", 0),
                        new GuideContent.GuideStep(GuideContent.StepKind.WORK, "审查（含现场核查）", "业务审查岗", 6),
                        new GuideContent.GuideStep(GuideContent.StepKind.DECIDE, "决定", "首席代表", 1),
                        new GuideContent.GuideStep(GuideContent.StepKind.MAKE, "制证", "制证岗", 1),
                        new GuideContent.GuideStep(GuideContent.StepKind.ISSUE, "送达", "窗口发证岗", 0)),
                List.of("现场核查（5个工作日，包含在承诺时限之内）"),
                "",
                "5个工作日内答复是否受理",
                "10个工作日",
                "8个工作日",
                "不收费",
                List.of(),
                "食品经营许可证",
                "五年",
                1,
                "不须本人到场，可以委托他人办理",
                List.of("A03 市场监管局食品药品许可窗口（A区商事登记）"),
                "工作日9:00至12:00、13:00至17:00",
                aRemedy());
    }

    static ServiceGuide aServiceGuide() {
        return new ServiceGuide(aGuideHead(), aGuide());
    }

    static OnePageGuide aOnePageGuide() {
        return new OnePageGuide(aGuideHead(), aGuide());
    }

    private static Head aGuideHead() {
        return new Head("SF0101009-1", MON_2026_11_23, anIssuer(), "https://zwfw.example/items/SF0101009");
    }

    static DayLedger aLedger(int rows) {
        return new DayLedger(
                aHead(DocumentKind.DAY_LEDGER),
                "A03 市场监管局食品药品许可窗口",
                IntStream.range(0, rows)
                        .mapToObj(n -> new DayLedger.Row(
                                MON_2026_11_23_0905.plusSeconds(n * 240L),
                                "990101-20261123-%08d-5".formatted(n + 1),
                                n % 7 == 3 ? "乡村建设规划许可证核发（农村村民住宅建设，含村庄规划区内原址翻建）" : "食品经营许可（新办）",
                                n % 5 == 0 ? "示范县云桥食品有限公司" : "欧阳**",
                                n % 3 == 0 ? "收件" : "受理",
                                "李清",
                                n % 3 == 0 ? "已收件" : "办理中",
                                n % 3 == 0 ? null : LocalDate.of(2026, 12, 3)))
                        .toList(),
                rows,
                rows / 2,
                rows / 3,
                1,
                "李清");
    }

    /** One of every kind. */
    static JointPlanPaper aJointPlan() {
        return new JointPlanPaper(
                aHead(DocumentKind.JOINT_PLAN),
                "L990101-20260210-00000001-0",
                "企业开办一件事：企业开办",
                "办理中",
                2,
                3,
                LocalDate.of(2026, 2, 12),
                LocalDate.of(2026, 2, 12),
                List.of("公司设立登记", "发票票种核定及首次领用"),
                List.of(
                        new JointPlanPaper.Row(
                                "公司设立登记",
                                "市场监管局",
                                "办理中",
                                1,
                                LocalDate.of(2026, 2, 10),
                                LocalDate.of(2026, 2, 11),
                                LocalDate.of(2026, 2, 11),
                                0,
                                true,
                                List.of()),
                        new JointPlanPaper.Row(
                                "公章刻制备案",
                                "公安局",
                                "等待前序",
                                1,
                                LocalDate.of(2026, 2, 11),
                                LocalDate.of(2026, 2, 12),
                                LocalDate.of(2026, 2, 12),
                                0,
                                false,
                                List.of("公司设立登记"))),
                true);
    }

    static JointReceipt aJointReceipt() {
        return new JointReceipt(
                aHead(DocumentKind.JOINT_RECEIPT),
                someFacts(),
                MON_2026_11_23_0905,
                "A01 综合窗口",
                "赵敏",
                "一次取齐",
                List.of(
                        new JointReceipt.Item("公司设立登记", "市场监管局", 1, ""),
                        new JointReceipt.Item("公章刻制备案", "公安户政", 0, "公司设立登记")),
                manyMaterials(3),
                List.of("公司章程"),
                "7K2M9PQRST",
                LocalDate.of(2026, 2, 14),
                2,
                LocalDate.of(2026, 2, 11),
                true);
    }

    static JointNotice aJointNotice() {
        return new JointNotice(
                aHead(DocumentKind.JOINT_NOTICE),
                someFacts(),
                MON_2026_11_23_0905,
                List.of(new JointNotice.Defect("公司章程", "没有提交", "公司设立登记、公章刻制备案")),
                Days.working(10),
                LocalDate.of(2026, 3, 3),
                true,
                "赵敏");
    }

    static JointResult aJointResult(boolean oneSeal) {
        return new JointResult(
                aHead(DocumentKind.JOINT_RESULT),
                someFacts(),
                LocalDate.of(2026, 2, 9),
                LocalDate.of(2026, 2, 9),
                LocalDate.of(2026, 2, 11),
                oneSeal,
                List.of(
                        new JointResult.Item(
                                "公司设立登记",
                                "市场监管局",
                                "990101-20260209-00000002-3",
                                "已办结",
                                "营业执照",
                                LocalDate.of(2026, 2, 10)),
                        new JointResult.Item(
                                "公章刻制备案",
                                "公安户政",
                                "990101-20260209-00000003-4",
                                "不予许可",
                                "",
                                LocalDate.of(2026, 2, 11))));
    }

    static NoticePaper aNotice() {
        NoticePaper.Row row = new NoticePaper.Row(
                "市场监管局",
                12,
                11,
                1,
                2,
                1,
                1,
                9,
                7,
                1,
                new java.math.BigDecimal("77.8"),
                new java.math.BigDecimal("4.3"),
                new java.math.BigDecimal("8.0"),
                3,
                1,
                0,
                1,
                14);
        return new NoticePaper(
                aHead(DocumentKind.NOTICE),
                NoticePaper.Period.MONTHLY,
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2026, 11, 30),
                MON_2026_11_23_0905,
                List.of(row),
                List.of(row, row),
                row,
                MON_2026_11_23_0905);
    }

    static List<DocumentModel> oneOfEach() {
        return List.of(
                aReceipt(),
                aSupplementNotice(),
                anAcceptanceNotice(),
                aDeemedAcceptance(),
                aNonAcceptance(NonAcceptanceDecision.Ground.NOT_OUR_AUTHORITY),
                aSpecialProcedureNotice(),
                anExtensionNotice(),
                aHearingRightsNotice(),
                aHearingNotice(),
                aDecision(DecisionPaper.Type.LICENCE, false),
                aTermination(TerminationNotice.Cause.NOT_SUPPLEMENTED),
                aWithdrawal(),
                aPromise(),
                aCommitment(),
                anOrder(),
                aRevocation(),
                aPickUp(),
                aServiceRecord(),
                aConsultation(),
                aServiceGuide(),
                aOnePageGuide(),
                aLedger(40),
                aJointPlan(),
                aJointReceipt(),
                aJointNotice(),
                aJointResult(true),
                aNotice());
    }

    static List<MaterialLine> manyMaterials(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> new MaterialLine("第" + n + "号证明材料", Form.COPY, 1, n, ""))
                .toList();
    }
}
