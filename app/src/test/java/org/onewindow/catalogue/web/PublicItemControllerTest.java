package org.onewindow.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onewindow.demonstration.LoadedDemonstration;
import org.onewindow.testing.TestDatabase;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The shape of api.md, Catalogue. */
class PublicItemControllerTest {

    private static TestDatabase database;
    private static MockMvc http;

    @BeforeAll
    static void load() {
        database = TestDatabase.fresh();
        LoadedDemonstration county =
                LoadedDemonstration.in(database, Clock.fixed(Instant.parse("2026-02-10T01:00:00Z"), ZoneOffset.UTC));
        http = MockMvcBuilders.standaloneSetup(new PublicItemController(county.catalogue(), county.divisions()))
                .build();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void an_item_has_the_contracts_shape() throws Exception {
        http.perform(get("/api/v1/public/items/SF0101009"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.code").value("SF0101009"))
                .andExpect(jsonPath("$.version").value(1))
                .andExpect(jsonPath("$.departmentCode").value("BM01"))
                .andExpect(jsonPath("$.departmentName").value("示范县市场监督管理局"))
                .andExpect(jsonPath("$.type").value("LICENCE"))
                .andExpect(jsonPath("$.handlingClass").value("COMMITTED"))
                .andExpect(jsonPath("$.statutory.unit").value("WORKING_DAY"))
                .andExpect(jsonPath("$.statutory.startsOn").value("ACCEPTANCE"))
                .andExpect(jsonPath("$.statutory.endsOn").value("DECISION"))
                .andExpect(jsonPath("$.acceptanceRule").value("FIVE_DAYS"))
                .andExpect(jsonPath("$.deemedAcceptance").value(true))
                .andExpect(jsonPath("$.steps[0].code").value("S1"))
                .andExpect(jsonPath("$.steps[0].kind").value("ACCEPT"))
                .andExpect(jsonPath("$.specialProcedures[0].kind").value("SITE_SURVEY"))
                .andExpect(jsonPath("$.specialProcedures[0].stopsClock").value(false))
                .andExpect(jsonPath("$.materials[0].form").value("ORIGINAL"))
                .andExpect(jsonPath("$.fee.kind").value("NONE"))
                .andExpect(jsonPath("$.fee.lines").isEmpty())
                .andExpect(jsonPath("$.windows[0]").value("A03"))
                .andExpect(jsonPath("$.effectiveFrom").value("2026-02-10"))
                .andExpect(jsonPath("$.state").value("IN_EFFECT"))
                .andExpect(jsonPath("$.licence").doesNotExist());
    }

    @Test
    void statutory_is_null_where_law_sets_no_limit() throws Exception {
        String body = http.perform(get("/api/v1/public/items/SF2001008"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(body).contains("\"statutory\":null");
    }

    @Test
    void a_list_row_has_what_one_filters_by_and_no_more() throws Exception {
        http.perform(get("/api/v1/public/items").param("q", "spjy").param("limit", "2"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(jsonPath("$.items[0].length()").value(8))
                .andExpect(jsonPath("$.items[0].name").exists())
                .andExpect(jsonPath("$.items[0].committedDays").exists())
                .andExpect(jsonPath("$.next").exists());
    }

    @Test
    void a_retired_item_is_shown_by_version_only() throws Exception {
        http.perform(get("/api/v1/public/items/SF0118002/versions/1"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("RETIRED"));
    }
}
