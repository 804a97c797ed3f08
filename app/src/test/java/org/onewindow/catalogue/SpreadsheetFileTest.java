package org.onewindow.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.onewindow.kernel.InvalidInput;

class SpreadsheetFileTest {

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    @Test
    void what_was_written_is_read() {
        Sheet items = Sheet.of(
                "items",
                List.of(List.of("code", "name", "note"), List.of("SF01", "食品经营许可", ""), List.of("SF02", "", "<&>")));

        List<Sheet> read =
                SpreadsheetFile.read(SpreadsheetFile.write(List.of(items, Sheet.of("empty", List.of(List.of("a"))))));

        assertThat(read).extracting(Sheet::name).containsExactly("items", "empty");
        assertThat(read.getFirst().columns()).containsExactly("code", "name", "note");
        assertThat(read.getFirst().rows()).extracting(row -> row.text("name")).containsExactly("食品经营许可", "");
        assertThat(read.getFirst().rows()).extracting(row -> row.text("note")).containsExactly("", "<&>");
        assertThat(read.getFirst().rows()).extracting(Sheet.Row::number).containsExactly(2, 3);
    }

    @Test
    void csv_files_in_a_zip_are_read_in_utf_8_only() throws IOException {
        byte[] good = zip("county/items.csv", "code,name\nSF01,登记\n".getBytes(StandardCharsets.UTF_8));
        assertThat(SpreadsheetFile.read(good).getFirst().rows().getFirst().text("name"))
                .isEqualTo("登记");
        byte[] bad = zip("items.csv", new byte[] {(byte) 0xb5, (byte) 0xc7});
        assertThatThrownBy(() -> SpreadsheetFile.read(bad)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void anything_else_is_refused() {
        assertThatThrownBy(() -> SpreadsheetFile.read(new byte[0])).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> SpreadsheetFile.read("code,name".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void a_file_made_to_fill_memory_is_refused() throws IOException {
        byte[] bomb = zip("items.csv", new byte[65 << 20]);
        assertThatThrownBy(() -> SpreadsheetFile.read(bomb))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.fields().getFirst().key()).isEqualTo("spreadsheet-size"));
    }
}
