package chainstep.ui.derivation;

import chainstep.homework.Finding;
import chainstep.homework.Place;
import chainstep.homework.mistake.Retraced;
import chainstep.lang.Model;

/**
 * An answer with a mistake in it, as it is laid beside how it is.
 *
 * @param model that asks for it
 * @param asked what the question is called
 * @param written what stands on the sheet
 * @param slip what went wrong there
 * @param place the number that went wrong
 */
public record Slipped(Model model, String asked, String written, Finding.Slip slip, Retraced retraced, Place place) {}
