/** Names of days and months in five languages, lower case, without accents, with what calendars abbreviate. */

const monthList = [
  'january jan januar janner janvier janv enero ene janeiro',
  'february feb februar feber fevrier fevr febrero fevereiro fev',
  'march mar marz maerz mrz mars marzo marco',
  'april apr avril avr abril abr',
  'may mai mayo maio',
  'june jun juni juin junio junho',
  'july jul juli juillet juil julio julho',
  'august aug aout agosto ago',
  'september sept sep septembre septiembre setiembre setembro set',
  'october oct oktober okt octobre octubre outubro out',
  'november nov novembre noviembre novembro',
  'december dec dezember dez decembre diciembre dic dezembro',
];
const weekdayList = [
  'monday mon montag montags lundi lunes segunda segunda-feira',
  'tuesday tue tues dienstag dienstags mardi martes terca terca-feira',
  'wednesday wed mittwoch mittwochs mercredi miercoles quarta quarta-feira',
  'thursday thu thur thurs donnerstag donnerstags jeudi jueves quinta quinta-feira',
  'friday fri freitag freitags vendredi viernes sexta sexta-feira',
  'saturday samstag sonnabend samedi sabado',
  'sunday sonntag dimanche domingo',
];
const numberList = [
  'one a an einer einem einen ein une un una uno um uma',
  'two zwei deux dos dois duas',
  'three drei trois tres',
  'four vier quatre cuatro quatro',
  'five funf cinq cinco',
  'six sechs seis',
  'seven sieben sept siete sete',
  'eight acht huit ocho oito',
  'nine neun neuf nueve nove',
  'ten zehn dix diez dez',
];

const placed = (list: readonly string[]) =>
  new Map(list.flatMap((names, i) => names.split(' ').map((name): [string, number] => [name, i + 1])));

/** 1 to 12. */
export const months: ReadonlyMap<string, number> = placed(monthList);
/** 1 is Monday, as ISO 8601 counts. */
export const weekdays: ReadonlyMap<string, number> = placed(weekdayList);
export const smallNumbers: ReadonlyMap<string, number> = placed(numberList);

/** As alternatives of a pattern, longest first. */
export const alternatives = (names: ReadonlyMap<string, number>) => [...names.keys()].sort((a, b) => b.length - a.length).join('|');
