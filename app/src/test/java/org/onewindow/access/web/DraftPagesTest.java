package org.onewindow.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An item from its first draft to its guide, in a browser and without a spreadsheet (K1-K9). */
class DraftPagesTest extends RunningProgram {

    private Browser manager() {
        Browser browser = new Browser(address(""));
        browser.signIn("manager", "demo");
        return browser;
    }

    private static Map<String, String> row(String prefix, String... namesAndValues) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put(prefix + namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }

    private static Map<String, String> whole() {
        Map<String, String> form = row(
                "",
                "name",
                "夜市摊位备案",
                "type",
                "PUBLIC_SERVICE",
                "handlingClass",
                "COMMITTED",
                "object",
                "BOTH",
                "level",
                "COUNTY",
                "windows",
                "A03",
                "visits",
                "1",
                "legalBasis",
                "《示范县夜市管理办法》第五条",
                "conditions",
                "有固定摊位",
                "result",
                "备案回执",
                "regime",
                "NONE",
                "committedDays",
                "3",
                "extensionDays",
                "0",
                "feeKind",
                "NONE",
                "agentAllowed",
                "true");
        form.putAll(row("st.1.", "name", "受理", "kind", "ACCEPT", "post", "窗口受理岗", "role", "CLERK"));
        form.putAll(row("st.2.", "name", "决定", "kind", "DECIDE", "days", "3", "post", "首席代表", "role", "APPROVER"));
        form.putAll(row("st.3.", "name", "送达", "kind", "ISSUE", "post", "窗口发证岗", "role", "CLERK"));
        form.putAll(row("mt.1.", "name", "夜市摊位备案表", "form", "ORIGINAL", "copies", "1"));
        return form;
    }

    @Test
    void K1_an_item_is_begun_filled_in_and_filed_in_the_browser_and_its_guide_is_there() {
        Browser manager = manager();
        Map<String, String> begin = Map.of(
                "code",
                "YS001",
                "name",
                "夜市摊位备案",
                "departmentCode",
                "BM01",
                "type",
                "PUBLIC_SERVICE",
                "handlingClass",
                "COMMITTED");
        assertThat(manager.submit("/manage/items", begin).statusCode()).isEqualTo(302);
        assertThat(manager.open("/manage/items/YS001").body())
                .as("everything in the way of filing it, with its rule")
                .contains("备案前还要改正", "K2", "K3");
        assertThat(manager.submit("/manage/items", begin).statusCode())
                .as("a code stands for one item")
                .isEqualTo(400);

        assertThat(manager.submit("/manage/items/YS001/draft", whole()).statusCode())
                .isEqualTo(302);
        assertThat(manager.open("/manage/items/YS001").body()).contains("符合备案要求");
        assertThat(manager.submit("/manage/items/YS001/versions/1/file", Map.of("from", ""))
                        .statusCode())
                .isEqualTo(302);

        assertThat(manager.open("/items/YS001").body()).contains("夜市摊位备案表", "夜市管理办法");
    }

    @Test
    void C16_whoever_drafts_a_commitment_says_for_themselves_that_no_field_of_risk_is_touched() {
        Browser manager = manager();
        Map<String, String> form = whole();
        form.put("commitment", "true");
        form.put("checkDays", "20");
        form.put("putRightDays", "5");
        form.put("commitmentMaterials", "夜市摊位备案表");
        form.put("commitmentBasis", "国办发〔2020〕42号");
        form.put("touches", "");
        assertThat(manager.submit("/manage/items/SF0101014/draft", form).statusCode())
                .isEqualTo(302);
        assertThat(manager.open("/manage/items/SF0101014").body())
                .as("nothing is chosen beforehand")
                .contains("没有写明是否触及风险领域", "<option value=\"\" selected=\"selected\">尚未确认</option>");

        form.put("touches", "NONE");
        assertThat(manager.submit("/manage/items/SF0101014/draft", form).statusCode())
                .isEqualTo(302);
        assertThat(manager.open("/manage/items/SF0101014").body())
                .contains("<option value=\"NONE\" selected=\"selected\">不触及</option>")
                .doesNotContain("没有写明是否触及风险领域");
    }

    @Test
    void what_cannot_be_read_is_marked_at_its_field_and_the_rest_of_what_was_typed_stays() {
        Browser manager = manager();
        Map<String, String> form = whole();
        form.put("st.2.days", "三");
        form.put("committedDays", "soon");

        HttpResponse<String> answer = manager.submit("/manage/items/SF0101013/draft", form);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("st.2.days-error", "committedDays-error", "夜市摊位备案表")
                .doesNotContain("/st.2.days");
    }
}
