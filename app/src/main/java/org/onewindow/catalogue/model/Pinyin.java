package org.onewindow.catalogue.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How Chinese words are read, in syllables without tones. A character has one usual reading; words in which it is read
 * otherwise (银行, 长期) are listed, and the longest listed word wins.
 */
public final class Pinyin {

    private final Map<Integer, String> readings;
    private final Map<String, List<String>> phrases;
    private final int longestPhrase;

    private Pinyin(Map<Integer, String> readings, Map<String, List<String>> phrases) {
        this.readings = readings;
        this.phrases = phrases;
        longestPhrase = phrases.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /**
     * @param readings lines of a syllable and the characters read so; lines that begin with # are remarks
     * @param phrases lines of a word and its syllables
     */
    public static Pinyin of(List<String> readings, List<String> phrases) {
        Map<Integer, String> byCharacter = new HashMap<>();
        for (String line : readings) {
            int space = line.indexOf(' ');
            if (!line.startsWith("#") && space > 0) {
                String syllable = line.substring(0, space);
                line.substring(space + 1).codePoints().forEach(c -> byCharacter.put(c, syllable));
            }
        }
        Map<String, List<String>> byWord = new HashMap<>();
        for (String line : phrases) {
            List<String> parts = List.of(line.split(" "));
            if (!line.startsWith("#") && parts.size() > 1) {
                byWord.put(parts.getFirst(), parts.subList(1, parts.size()));
            }
        }
        return new Pinyin(Map.copyOf(byCharacter), Map.copyOf(byWord));
    }

    /** A character of a text and how it is read; what isn't read by syllables (letters, digits) stands for itself. */
    public record Sound(int character, String syllable) {}

    /** The sounds of a text; punctuation and white space have none and are left out. */
    public List<Sound> sounds(String text) {
        List<Sound> sounds = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            String phrase = phraseAt(text, at);
            if (!phrase.isEmpty()) {
                List<String> syllables = phrases.getOrDefault(phrase, List.of());
                for (int i = 0; i < phrase.length(); i++) {
                    sounds.add(new Sound(phrase.charAt(i), syllables.get(i)));
                }
                at += phrase.length();
                continue;
            }
            int character = text.codePointAt(at);
            String reading = readings.get(character);
            if (reading != null) {
                sounds.add(new Sound(character, reading));
            } else if (Character.isLetterOrDigit(character)) {
                sounds.add(new Sound(character, Character.toString(character)));
            }
            at += Character.charCount(character);
        }
        return sounds;
    }

    private String phraseAt(String text, int at) {
        for (int length = Math.min(longestPhrase, text.length() - at); length > 1; length--) {
            String part = text.substring(at, at + length);
            if (phrases.containsKey(part)) {
                return part;
            }
        }
        return "";
    }
}
