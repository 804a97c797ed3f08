package org.onewindow.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SheetTest {

    @Test
    void cells_may_hold_commas_quotes_and_line_breaks() {
        Sheet sheet = Sheet.ofCsv("x", "\uFEFFa,b\r\n\"1,2\",\"say \"\"hi\"\"\"\r\n\"two\nlines\",z\n");

        assertThat(sheet.columns()).containsExactly("a", "b");
        assertThat(sheet.rows()).extracting(row -> row.text("a")).containsExactly("1,2", "two\nlines");
        assertThat(sheet.rows()).extracting(row -> row.text("b")).containsExactly("say \"hi\"", "z");
    }

    @Test
    void rows_keep_the_number_a_spreadsheet_shows_and_empty_ones_are_left_out() {
        Sheet sheet = Sheet.ofCsv("x", "a\n1\n\n ,\n2");

        assertThat(sheet.rows()).extracting(Sheet.Row::number).containsExactly(2, 5);
        assertThat(sheet.rows()).extracting(row -> row.text("missing")).containsOnly("");
    }

    @Test
    void every_bad_cell_is_told_with_sheet_row_and_column() {
        Sheet items = Sheet.ofCsv("items", """
                        code,name,department_code,type,handling_class,level,object,acceptance_rule,fee_kind,committed_days
                        X 1,,BM01,许可,COMMITTED,COUNTY,法人,FIVE_DAYS,NONE,three
                        """);
        CatalogueTables.Read read = CatalogueTables.read(
                List.of(items, Sheet.ofCsv("steps", "item_code,kind\n")), new CatalogueTables.RegionRules(null));

        assertThat(read.errors())
                .extracting(error -> error.sheet() + " " + error.row() + " " + error.column() + " " + error.key())
                .contains(
                        "items 2 code item-code",
                        "items 2 name cell-missing",
                        "items 2 type cell-word",
                        "items 2 committed_days cell-number",
                        "steps 1 name column-missing",
                        "materials 0  sheet-missing",
                        "window_items 0  sheet-missing");
    }
}
