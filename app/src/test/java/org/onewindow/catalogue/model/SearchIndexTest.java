package org.onewindow.catalogue.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.catalogue.AnItem.anItem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onewindow.catalogue.ItemVersion;

class SearchIndexTest {

    private static final Pinyin PINYIN = Pinyin.of(lines("readings.txt"), lines("phrases.txt"));

    private static List<String> lines(String name) {
        try (InputStream file = SearchIndexTest.class.getResourceAsStream("/catalogue/pinyin/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static SearchIndex index(String... names) {
        return SearchIndex.over(
                Stream.of(names)
                        .map(name -> anItem().with(item -> item.name = name).build())
                        .toList(),
                PINYIN);
    }

    private static List<String> find(SearchIndex index, String typed) {
        return index.find(typed, item -> true, 10).stream()
                .map(ItemVersion::name)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "长期居住, chang qi ju zhu",
        "校长任职, xiao zhang ren zhi",
        "银行账户, yin hang zhang hu",
        "行政许可, xing zheng xu ke",
        "特种行业, te zhong hang ye",
        "重点项目, zhong dian xiang mu",
        "灾后重建, zai hou chong jian",
        "调整申报, tiao zheng shen bao",
        "工作调动, gong zuo diao dong",
        "人民调解, ren min tiao jie",
        "会计, kuai ji",
        "社会保险, she hui bao xian",
        "给付, ji fu",
        "女, nv"
    })
    void characters_are_read_as_the_word_they_stand_in(String words, String syllables) {
        assertThat(index().syllables(words)).containsExactly(syllables.split(" "));
    }

    @Test
    void the_beginning_of_a_name_comes_before_its_middle_and_letters_with_gaps_come_last() {
        SearchIndex index = index("食品经营许可", "小作坊食品经营登记", "水平评价经营许可", "食品生产经营许可");
        assertThat(find(index, "spjy")).startsWith("食品经营许可", "小作坊食品经营登记").contains("水平评价经营许可");
        assertThat(find(index, "食品")).startsWith("食品经营许可", "食品生产经营许可");
    }

    @Test
    void characters_initials_and_syllables_may_be_mixed_and_the_last_only_begun() {
        SearchIndex index = index("食品经营许可");
        for (String typed : List.of("食品jy", "spjingy", "shipinj", "s品经y", "ＳＰＪＹ", "食品 经营", "shi pin")) {
            assertThat(find(index, typed)).as(typed).containsExactly("食品经营许可");
        }
        for (String typed : List.of("spxj", "食药", "pinshi", "z")) {
            assertThat(find(index, typed)).as(typed).isEmpty();
        }
    }

    @Test
    void keywords_are_found_by_words_and_letters() {
        SearchIndex index = index("食品经营许可");
        assertThat(find(index, "示例")).as("its keyword").containsExactly("食品经营许可");
        assertThat(find(index, "sl")).containsExactly("食品经营许可");
    }
}
