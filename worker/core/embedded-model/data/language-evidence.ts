/** Frequent short words per language; those shared by several languages count for each of them. */
export const languageEvidence: Record<string, string> = {
  en: `the a an is are was were do does did can could will would should what where when which who how why i you we they he she it my your our their
    this that these those there here and or but not no yes with without for from to of in on at by about if have has had get got be been please
    thanks thank hello hi hey any some much many long far until after before during just so me us am still also need want know help free open bring
    ticket tickets refund parking lunch food hotel talk talks speaker speakers money back venue`,
  de: `der die das den dem des ein eine einen einem einer ist sind war waren wird werden kann können könnte darf dürfen muss müssen soll gibt es ich du wir
    ihr sie er mein meine meinen meinem meiner dein ihr ihre unser was wo wann welche welcher welches wer wie warum wieso und oder aber nicht kein keine keinen
    mit ohne für von zu zum zur im am an auf bei über nach vor bis aus hallo bitte danke guten tag morgen hat habe haben noch auch nur schon mal mir mich uns
    viel kostet kosten wieviel eintritt parkplatz rückerstattung hund geld zurück möchte will jemand heute hin anreise sprechen mensch karte karten`,
  fr: `le la les un une des du de est sont était sera peut peux pouvez puis dois doit il elle on je tu nous vous ils elles mon ma mes ton votre vos notre nos
    que quoi où quand quel quelle quels quelles qui comment pourquoi combien et ou mais ne pas avec sans pour par dans sur à au aux chez vers avant après
    bonjour salut merci svp plaît ça cela ce cette ces y a ai as avez avons avoir être encore aussi très moi faut billet billets remboursement remboursé
    est-ce j'ai c'est y-a-t-il qu'est-ce argent prix heure jour voudrais veux parler quelqu'un annuler`,
  es: `el la los las un una unos unas es son era está están será puede puedo pueden podemos hay yo tú usted nosotros ellos mi mis tu tus su sus nuestro qué
    que dónde donde cuándo cuando cuál cuáles cual quién quien cómo como por porqué cuánto cuánta cuántos cuesta y o pero no sí con sin para de del en al
    desde hasta antes después sobre hola gracias favor buenos buenas días tardes me te se lo le nos tengo tiene quiero quisiera necesito también todavía
    entrada entradas reembolso dinero hablar persona comida aparcamiento perro alguien precio`,
  pt: `o a os as um uma uns umas é são era está estão será pode posso podem podemos há eu você vocês nós eles meu minha meus minhas seu sua seus nosso que
    onde quando qual quais quem como por porque quanto quanta quantos custa e ou mas não sim com sem para de do da dos das em no na nos nas ao até antes
    depois sobre olá oi obrigado obrigada favor bom boa dia tarde me te se lhe tenho tem quero queria preciso também ainda ingresso ingressos
    bilhete bilhetes reembolso dinheiro falar pessoa comida estacionamento cachorro alguém preço`,
};
