package org.onewindow.portal;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.onewindow.joint.Theme;
import org.onewindow.joint.Themes;
import org.onewindow.kernel.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Themes for everybody: their guide pages, with what concerns whoever answers the questions. */
@Controller
class ThemesController {

    private static final String SITUATION = "situation.";

    private final Themes themes;
    private final ThemePages pages;

    ThemesController(Themes themes, ThemePages pages) {
        this.themes = themes;
        this.pages = pages;
    }

    @GetMapping("/themes/{code}")
    String guide(@PathVariable String code, @RequestParam Map<String, String> asked, Model model, Locale locale) {
        Theme theme = themes.inEffect(code).orElseThrow(() -> new NotFound("theme"));
        Map<String, String> answers = new LinkedHashMap<>();
        asked.forEach((name, answer) -> {
            if (name.startsWith(SITUATION) && !answer.isBlank()) {
                answers.put(name.substring(SITUATION.length()), answer);
            }
        });
        model.addAttribute("theme", pages.of(theme, answers, locale));
        model.addAttribute("answers", answers);
        return "portal/theme";
    }
}
