package org.onewindow.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.onewindow.documents.press.Press;
import org.onewindow.kernel.CentreTime;

/** Papers as their readers get them. Writes each to target/gallery, to be looked at. */
class PressTest {

    static final CentreTime TIME = new CentreTime(Clock.systemUTC(), ZoneId.of("Asia/Shanghai"));
    private static final Press PRESS = new Press(TIME, 2, Duration.ofSeconds(60));

    private static void show(byte[] pdf, String name) {
        try {
            Path gallery = Files.createDirectories(Path.of("target", "gallery"));
            Files.write(gallery.resolve(name + ".pdf"), pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] set(DocumentModel model, Paper paper) {
        DocumentKind kind = DocumentKind.of(model);
        return PRESS.set(kind, kind.templateVersion(), model, paper);
    }

    /** The same, put into the gallery. */
    private static byte[] set(DocumentModel model, Paper paper, String name) {
        byte[] pdf = set(model, paper);
        show(pdf, name);
        return pdf;
    }

    @Test
    void a_receipt_on_a4_says_what_was_handed_in_and_what_happens_next() {
        PaperText paper = PaperText.of(set(ExamplePapers.aReceipt(), Paper.A4, "receipt"));
        assertThat(paper.run())
                .contains("收件回执")
                .contains("欧阳𠮷䶮")
                .contains("990101-20261123-00000017-5")
                .contains("食品安全规章制度")
                .contains("2026年11月30日")
                .contains("K7QM-4TXW-9A")
                .contains("2026年11月23日9时05分");
        assertThat(paper.missing()).isZero();
        assertThat(paper.notEmbedded()).isEmpty();
    }

    @Test
    void a_receipt_on_the_roll_is_80_mm_wide_and_as_long_as_its_text() {
        PaperText paper = PaperText.of(set(ExamplePapers.aReceipt(), Paper.ROLL_80MM, "receipt-80mm"));
        assertThat(paper.run()).contains("欧阳𠮷䶮").contains("K7QM-4TXW-9A");
        assertThat(paper.pages()).hasSize(1);
        assertThat(paper.widths().getFirst()).isBetween(226f, 227.5f);
        assertThat(paper.heights().getFirst()).isBetween(300f, 900f);
    }

    @Test
    void every_kind_of_paper_can_be_set_and_shows_its_number_its_page_and_no_hole() {
        assertThat(ExamplePapers.oneOfEach()).hasSize(DocumentKind.values().length);
        for (DocumentModel model : ExamplePapers.oneOfEach()) {
            DocumentKind kind = DocumentKind.of(model);
            PaperText paper = PaperText.of(set(model, Paper.A4, kind.template()));
            assertThat(paper.run())
                    .as(kind.name())
                    .contains(model.head().number())
                    .contains(model.head().issuer().body())
                    .contains("第1页共" + paper.pages().size() + "页")
                    .doesNotContain("??")
                    .doesNotContain("{0}")
                    .doesNotContain("null");
            assertThat(paper.missing()).as(kind.name()).isZero();
            assertThat(paper.notEmbedded()).as(kind.name()).isEmpty();
        }
    }

    @Test
    void every_paper_is_a4_except_the_wide_lists_and_the_roll() {
        for (DocumentModel model : ExamplePapers.oneOfEach()) {
            PaperText paper = PaperText.of(set(model, Paper.A4));
            boolean wide =
                    model instanceof DayLedger || model instanceof JointPlanPaper || model instanceof NoticePaper;
            assertThat(paper.widths()).allMatch(width -> Math.abs(width - (wide ? 841.9f : 595.3f)) < 0.5f);
            assertThat(paper.heights()).allMatch(height -> Math.abs(height - (wide ? 595.3f : 841.9f)) < 0.5f);
        }
    }

    @Test
    void C4_C7_every_refusing_paper_carries_reason_basis_and_remedy() {
        List<DocumentModel> refusing = new ArrayList<>();
        for (NonAcceptanceDecision.Ground ground : NonAcceptanceDecision.Ground.values()) {
            refusing.add(ExamplePapers.aNonAcceptance(ground));
        }
        for (DecisionPaper.Type type : DecisionPaper.Type.values()) {
            refusing.add(ExamplePapers.aDecision(type, false));
        }
        for (TerminationNotice.Cause cause : TerminationNotice.Cause.values()) {
            refusing.add(ExamplePapers.aTermination(cause));
        }
        refusing.add(ExamplePapers.anOrder());
        refusing.add(ExamplePapers.aRevocation());
        for (DocumentModel model : refusing) {
            assertThat(PaperText.of(set(model, Paper.A4)).run())
                    .as(model.toString())
                    .contains("自收到本文书之日起60日内向示范县人民政府申请行政复议")
                    .contains("6个月内向示范县人民法院提起行政诉讼")
                    .contains("依")
                    .contains("《")
                    .doesNotContain("??");
        }
    }

    @Test
    void C4_a_case_of_another_authority_names_the_right_one_and_no_licence_needed_is_only_a_notice() {
        assertThat(PaperText.of(set(
                                ExamplePapers.aNonAcceptance(NonAcceptanceDecision.Ground.NOT_OUR_AUTHORITY),
                                Paper.A4,
                                "non-acceptance"))
                        .run())
                .contains("不予受理决定书")
                .contains("请向示范市高新区市场监督管理局")
                .contains("0000-20000101");
        assertThat(PaperText.of(set(
                                ExamplePapers.aNonAcceptance(NonAcceptanceDecision.Ground.NO_LICENCE_NEEDED),
                                Paper.A4,
                                "non-acceptance-no-licence-needed"))
                        .run())
                .contains("不受理通知书")
                .doesNotContain("决定书");
    }

    @Test
    void C7_the_title_of_a_decision_follows_from_type_and_outcome() {
        assertThat(titleOf(ExamplePapers.aDecision(DecisionPaper.Type.LICENCE, true)))
                .contains("准予行政许可决定书");
        assertThat(titleOf(ExamplePapers.aDecision(DecisionPaper.Type.LICENCE, false)))
                .contains("不予行政许可决定书");
        assertThat(titleOf(ExamplePapers.aDecision(DecisionPaper.Type.REGISTRATION, false)))
                .contains("不予登记决定书");
        assertThat(titleOf(ExamplePapers.aDecision(DecisionPaper.Type.CONFIRMATION, false)))
                .contains("不予行政确认决定书");
        assertThat(titleOf(ExamplePapers.aDecision(DecisionPaper.Type.BENEFIT, false)))
                .contains("不予行政给付决定书");
    }

    @Test
    void a_granting_decision_says_what_is_granted_how_long_and_when_it_comes() {
        DecisionPaper decision = ExamplePapers.aDecision(DecisionPaper.Type.LICENCE, true);
        assertThat(PaperText.of(set(decision, Paper.A4, "decision-granted")).run())
                .contains("决定准予行政许可")
                .contains("食品经营许可证")
                .contains("五年")
                .contains("2026年12月17日前");
    }

    @Test
    void C16_the_letter_tells_conditions_papers_check_and_consequences_and_has_a_place_to_sign() {
        assertThat(PaperText.of(set(ExamplePapers.aCommitment(), Paper.A4, "commitment-letter"))
                        .run())
                .contains("告知承诺书")
                .contains("国办发〔2020〕42号")
                .contains("有固定经营场所")
                .contains("住所（场所）使用证明")
                .contains("在决定之日起40个工作日内核查")
                .contains("责令在10个工作日内整改")
                .contains("依法撤销决定")
                .contains("信用修复以前不再适用告知承诺")
                .contains("由申请人自愿选择")
                .contains("承诺人（签名或者盖章）");
    }

    @Test
    void C16_the_order_says_what_was_found_how_long_there_is_and_that_one_may_speak() {
        assertThat(PaperText.of(set(ExamplePapers.anOrder(), Paper.A4, "putting-right-order"))
                        .run())
                .contains("责令限期整改通知书")
                .contains("登记的经营场所没有租用")
                .contains("自收到本通知书之次日起10个工作日内整改")
                .contains("陈述、申辩");
    }

    @Test
    void C16_APL_69_the_revocation_names_reason_basis_and_the_decision_it_revokes() {
        assertThat(PaperText.of(set(ExamplePapers.aRevocation(), Paper.A4, "revocation"))
                        .run())
                .contains("撤销决定书")
                .contains("行政许可法》第六十九条第二款")
                .contains("逾期未整改")
                .contains("交回");
    }

    @Test
    void C3_the_one_time_notice_lists_every_defect_and_says_until_when() {
        SupplementNotice notice = ExamplePapers.aSupplementNotice();
        String text = PaperText.of(set(notice, Paper.A4)).run();
        for (SupplementNotice.Defect defect : notice.defects()) {
            assertThat(text).contains(defect.material()).contains(defect.problem());
        }
        assertThat(text).contains("10个工作日").contains("2026年12月7日").contains("补正不来办结");
    }

    @Test
    void APL_47_the_notice_of_the_right_to_a_hearing_says_what_is_at_stake_until_when_to_ask_and_that_it_is_free() {
        assertThat(PaperText.of(set(ExamplePapers.aHearingRightsNotice(), Paper.A4, "hearing-rights"))
                        .run())
                .contains("听证告知书", "及利害关系人", "油烟排放口", "5个工作日", "2026年11月30日", "不承担行政机关组织听证的费用");
    }

    @Test
    void APL_48_the_notice_of_a_hearing_says_when_where_before_whom_and_that_he_may_be_objected_to() {
        assertThat(PaperText.of(set(ExamplePapers.aHearingNotice(), Paper.A4, "hearing"))
                        .run())
                .contains("听证通知书", "2026年12月8日9时30分", "三楼会议室", "赵立", "申请回避", "根据听证笔录作出决定");
    }

    @Test
    void J2_one_seal_stands_for_the_whole_only_where_agreed_and_each_licence_keeps_its_own_body() {
        String agreed = PaperText.of(set(ExamplePapers.aJointResult(true), Paper.A4, "joint-result-one-seal"))
                .run();
        assertThat(agreed).contains("一章通", "发证机关仍为各自的办理部门", "市场监管局", "公安户政");
        assertThat(agreed).containsOnlyOnce("印章位置");

        String apart = PaperText.of(set(ExamplePapers.aJointResult(false), Paper.A4, "joint-result-own-seals"))
                .run();
        assertThat(apart).contains("分别加盖作出决定的部门的印章", "市场监管局", "公安户政").doesNotContain("印章位置");
    }

    @Test
    void long_lists_break_across_pages_and_repeat_their_head_and_every_row_is_there() {
        PaperText ledger = PaperText.of(set(ExamplePapers.aLedger(180), Paper.A4, "day-ledger-long"));
        assertThat(ledger.pages()).hasSizeGreaterThan(5);
        assertThat(ledger.pages().subList(0, 5)).allMatch(page -> page.contains("承诺办结日期"));
        for (int row = 1; row <= 180; row++) {
            assertThat(ledger.run()).contains("990101-20261123-%08d-5".formatted(row));
        }
    }

    @Test
    void long_names_wrap_inside_the_paper() {
        String name = "示范县欧阳氏农业科技发展股份有限公司云桥街道第一食品加工及冷链物流配送分公司（普通合伙）".repeat(3);
        ReceiptPaper receipt = named(name);
        for (Paper size : Paper.values()) {
            PaperText paper = PaperText.of(set(receipt, size, "receipt-long-name-" + size));
            assertThat(paper.run()).contains(name);
            assertThat(paper.overhang()).as(size.name()).isZero();
        }
        PaperText latin = PaperText.of(set(named("W".repeat(120)), Paper.A4));
        assertThat(latin.overhang()).isZero();
    }

    @Test
    void texts_are_data_whatever_they_look_like() {
        String name =
                "<b>张</b> & \"李\" ${T(java.lang.Runtime)} [[${1+1}]] #{x} </td> <img src='file:///etc/passwd'/> ]]>";
        assertThat(PaperText.of(set(named(name), Paper.A4)).run()).contains(name.replaceAll("\\s+", ""));
    }

    @Test
    void the_same_content_gives_the_same_bytes() {
        for (DocumentModel model : ExamplePapers.oneOfEach()) {
            assertThat(set(model, Paper.A4)).as(model.getClass().getName()).isEqualTo(set(model, Paper.A4));
        }
    }

    @Test
    void no_ideograph_is_ever_lost_or_replaced_by_a_sign() {
        Random random = new Random(20261123);
        int[][] blocks = {
            {0x3400, 0x4DBF},
            {0x4E00, 0x9FFF},
            {0xF900, 0xFAD9},
            {0x20000, 0x2A6DF},
            {0x2A700, 0x2EBE0},
            {0x2F800, 0x2FA1D},
            {0x30000, 0x323AF}
        };
        for (int round = 0; round < 6; round++) {
            StringBuilder name = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                int[] block = blocks[random.nextInt(blocks.length)];
                name.appendCodePoint(block[0] + random.nextInt(block[1] - block[0] + 1));
            }
            PaperText paper = PaperText.of(set(named(name.toString()), Paper.A4));
            assertThat(paper.missing()).isZero();
            String text = paper.run();
            name.codePoints()
                    .forEach(character -> assertThat(text.contains(Character.toString(character))
                                    || text.contains("［U+"
                                            + Integer.toHexString(character).toUpperCase(Locale.ROOT) + "］")
                                    || text.contains(
                                            Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC)))
                            .as("U+%X in %s", character, text)
                            .isTrue());
            assertThat(text).doesNotContain("#");
        }
    }

    @Test
    void names_with_rare_characters_come_out_as_written_and_can_be_searched_for() {
        String name = "𠮷𡈁䶮㛃龘𪚥𬎆喆堃珺·买买提";
        String text = PaperText.of(set(named(name), Paper.A4, "receipt-rare")).run();
        assertThat(text).contains(name).contains("一次性告知").doesNotContain("⼀");
    }

    @Test
    void a_character_that_no_font_has_is_named_and_marks_that_leave_no_trace_leave_none() {
        String biang = new String(Character.toChars(0x30EDE));
        String selector = new String(Character.toChars(0xE0101));
        String text = PaperText.of(set(named("张" + biang + "\u0007" + "葛" + selector + "\u202E王"), Paper.A4))
                .run();
        assertThat(text).contains("张［U+30EDE］［U+0007］葛王");
    }

    @Test
    void every_basic_ideograph_has_a_glyph() {
        StringBuilder all = new StringBuilder();
        for (int character = 0x4E00; character <= 0x9FFF; character += 7) {
            all.appendCodePoint(character);
        }
        String text = PaperText.of(set(named(all.toString()), Paper.A4)).run();
        assertThat(text).doesNotContain("［U+");
        assertThat(all.codePoints().filter(character -> text.indexOf(character) < 0))
                .isEmpty();
    }

    @Test
    void the_qr_code_holds_the_address_and_a_phone_can_read_it() throws IOException {
        ReceiptPaper receipt = ExamplePapers.aReceipt();
        assertThat(PaperText.qrCode(set(receipt, Paper.A4)))
                .isEqualTo(receipt.head().qr());
        assertThat(PaperText.qrCode(set(receipt, Paper.ROLL_80MM)))
                .isEqualTo(receipt.head().qr());
        assertThat(PaperText.qrCode(set(ExamplePapers.aOnePageGuide(), Paper.A4)))
                .isEqualTo("https://zwfw.example/items/SF0101009");
    }

    @Test
    void K9_the_one_page_guide_is_one_page_and_shows_each_step() {
        PaperText guide = PaperText.of(set(ExamplePapers.aOnePageGuide(), Paper.A4));
        assertThat(guide.pages()).hasSize(1);
        for (GuideContent.GuideStep step : ExamplePapers.aGuide().steps()) {
            assertThat(guide.run()).contains(step.name());
        }
    }

    @Test
    void many_papers_at_once_come_out_right() throws Exception {
        byte[] alone = set(ExamplePapers.aReceipt(), Paper.A4);
        try (ExecutorService workers = Executors.newFixedThreadPool(6)) {
            List<Future<byte[]>> papers = new ArrayList<>();
            for (int i = 0; i < 18; i++) {
                papers.add(workers.submit(() -> set(ExamplePapers.aReceipt(), Paper.A4)));
            }
            for (Future<byte[]> paper : papers) {
                assertThat(paper.get()).isEqualTo(alone);
            }
        }
    }

    @Test
    void who_waits_too_long_for_a_place_is_told_so() {
        Press closed = new Press(TIME, 0, Duration.ofMillis(5));
        assertThatThrownBy(() -> closed.set(DocumentKind.RECEIPT, 1, ExamplePapers.aReceipt(), Paper.A4))
                .isInstanceOf(PressBusy.class);
    }

    @Test
    void where_no_reconsideration_lies_only_the_court_is_named() {
        NonAcceptanceDecision paper = ExamplePapers.aNonAcceptance(NonAcceptanceDecision.Ground.OTHER);
        NonAcceptanceDecision ofACompany = new NonAcceptanceDecision(
                paper.head(),
                paper.facts(),
                paper.receivedOn(),
                paper.ground(),
                paper.reason(),
                paper.legalBasis(),
                null,
                new Remedy(null, 0, "示范县人民法院", 6));
        assertThat(PaperText.of(set(ofACompany, Paper.A4)).run())
                .contains("6个月内向示范县人民法院提起诉讼")
                .doesNotContain("复议");
    }

    @Test
    void a_reprint_says_so_on_each_page_and_covers_nothing() {
        for (Paper size : Paper.values()) {
            byte[] copy = PRESS.markReprint(set(ExamplePapers.aReceipt(), size), 1, 12);
            show(copy, "receipt-reprint-" + size);
            PaperText paper = PaperText.of(copy);
            assertThat(paper.pages()).allMatch(page -> page.contains("复印件（第12次补打）"));
            assertThat(paper.notEmbedded()).isEmpty();
            assertThat(paper.overhang()).isZero();
            assertThat(paper.overlaps()).isEmpty();
        }
    }

    private static String titleOf(DocumentModel model) {
        return PaperText.of(set(model, Paper.A4)).pages().getFirst();
    }

    private static ReceiptPaper named(String applicant) {
        ReceiptPaper receipt = ExamplePapers.aReceipt();
        CaseFacts facts = receipt.facts();
        return new ReceiptPaper(
                receipt.head(),
                new CaseFacts(
                        facts.caseNumber(),
                        facts.itemCode(),
                        facts.itemName(),
                        applicant,
                        facts.applicantId(),
                        facts.representative()),
                receipt.receivedAt(),
                receipt.channel(),
                receipt.window(),
                receipt.handler(),
                receipt.materials(),
                receipt.missing(),
                receipt.queryCode(),
                receipt.promise());
    }
}
